package io.edgesocket.probe.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What a server shows of itself in a TLS handshake, whether it is to be trusted or not. Nothing is sent over that connection.
 *
 * @param certificates the server's own first
 * @param version      such as {@code TLSv1.3}
 * @param application  what it chose by ALPN; empty if nothing
 */
public record ShownTls(List<X509Certificate> certificates, String version, String application) {
    public ShownTls {
        certificates = List.copyOf(certificates);
    }

    public static ShownTls of(Client client, URI address) throws IOException {
        var how = client.tls().trusting(everybody()).forAnyName();
        try (var connection = client.open(address, how)) {
            var socket = connection.tls().orElseThrow(() -> new IOException(address + " has no TLS"));
            var certificates = Stream.of(shown(socket.getSession()))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new ShownTls(certificates, socket.getSession().getProtocol(), connection.applicationProtocol());
        }
    }

    private static Certificate[] shown(SSLSession session) {
        try {
            return session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException none) {
            return new Certificate[0];
        }
    }

    private static SSLContext everybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Everybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a look at what is wrong with a certificate: whoever checks it here can't show it. */
    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
