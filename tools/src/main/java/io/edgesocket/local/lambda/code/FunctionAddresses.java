package io.edgesocket.local.lambda.code;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Stands for {@link URI} and {@link URL} in a function's code: addresses of the stack's own APIs lead to this machine.
 * A URI names it from the beginning, whatever client it is given to. A URL stays as it is, and its connection leads here:
 * code may want that to be an {@link HttpsURLConnection}. Each environment loads a copy of this class, so it may use the
 * JDK and nothing else.
 */
public final class FunctionAddresses {
    private static final Pattern ADDRESS = Pattern.compile("(?:http|ws)s?://([^/?#:]+)(?::443)?(.*)", Pattern.DOTALL);

    private static Map<String, URI> http;
    private static IntSupplier httpsPort;
    private static Supplier<String> certificate;

    private FunctionAddresses() {}

    /**
     * @param byHost where hosts stand on this machine, by their names in lower case
     * @param port   where all of them are served with TLS
     * @param pem    what that port shows
     */
    static void set(Map<String, URI> byHost, IntSupplier port, Supplier<String> pem) {
        http = byHost;
        httpsPort = port;
        certificate = pem;
    }

    public static URI create(String text) {
        return URI.create(arguments(text));
    }

    public static String arguments(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return text;
        }
        var local = http.get(address.group(1).toLowerCase(Locale.ROOT));
        if (local == null) {
            return text;
        }
        var scheme = text.startsWith("ws") ? "ws" : "http";
        return scheme + "://" + local.getAuthority() + local.getPath() + address.group(2);
    }

    public static String arguments(
            String scheme, String user, String host, int port, String path, String query, String fragment)
            throws URISyntaxException {
        return arguments(new URI(scheme, user, host, port, path, query, fragment).toString());
    }

    public static String arguments(String scheme, String authority, String path, String query, String fragment)
            throws URISyntaxException {
        return arguments(new URI(scheme, authority, path, query, fragment).toString());
    }

    public static String arguments(String scheme, String host, String path, String fragment) throws URISyntaxException {
        return arguments(new URI(scheme, host, path, fragment).toString());
    }

    public static String arguments(String scheme, String rest, String fragment) throws URISyntaxException {
        return arguments(new URI(scheme, rest, fragment).toString());
    }

    public static InputStream openStream(URL url) throws IOException {
        return openConnection(url).getInputStream();
    }

    public static URLConnection openConnection(URL url) throws IOException {
        return isLocal(url) ? local(url) : url.openConnection();
    }

    public static URLConnection openConnection(URL url, Proxy proxy) throws IOException {
        return isLocal(url) ? local(url) : url.openConnection(proxy);
    }

    private static boolean isLocal(URL url) {
        return url.getProtocol().equals("https")
                && http.containsKey(url.getHost().toLowerCase(Locale.ROOT));
    }

    /** The path says which API is meant, as the host name doesn't any more. */
    private static URLConnection local(URL url) throws IOException {
        var path = http.get(url.getHost().toLowerCase(Locale.ROOT)).getPath() + url.getFile();
        var connection =
                (HttpsURLConnection) new URL("https", "127.0.0.1", httpsPort.getAsInt(), path).openConnection();
        connection.setSSLSocketFactory(trust().getSocketFactory());
        connection.setHostnameVerifier((host, session) -> true); // nothing but this one certificate is trusted
        return connection;
    }

    private static SSLContext trust() throws IOException {
        try {
            var only = KeyStore.getInstance(KeyStore.getDefaultType());
            only.load(null, null);
            only.setCertificateEntry(
                    "local",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(certificate.get().getBytes(US_ASCII))));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(only);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
