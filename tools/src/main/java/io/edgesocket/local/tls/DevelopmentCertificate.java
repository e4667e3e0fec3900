package io.edgesocket.local.tls;

import com.google.common.net.InetAddresses;
import io.edgesocket.local.machine.CacheFolder;
import io.edgesocket.local.machine.ProgramRunner;
import io.edgesocket.local.machine.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A certificate and its key for names of this machine, kept in the user's cache, so that clients need to be told of it only
 * once. If mkcert is on the PATH, its authority signs it; else it signs itself, made by the JDK's keytool.
 *
 * @param keyStore a file of PKCS #12, with {@link #PASSWORD}
 * @param trusted  the certificate, in PEM, that clients must trust: mkcert's authority, or this one itself
 * @param mkcert   whether mkcert made it
 * @see <a href="https://github.com/FiloSottile/mkcert">mkcert</a>
 */
public record DevelopmentCertificate(Path keyStore, Path trusted, boolean mkcert) {
    /** It keeps nothing secret: who can read the file may read the key. */
    public static final String PASSWORD = "changeit";

    static final String CACHE = "tls";
    static final String TRUSTED = "trusted.pem";
    private static final String KEY_STORE = "server.p12";
    /** Of a certificate that keytool makes: the longest that Apple's systems accept. */
    private static final int DAYS = 397;
    /** It must be valid for so long when a run starts. */
    private static final Duration LEFT = Duration.ofDays(1);

    /**
     * The one that is kept, or a new one.
     *
     * @param environment the developer's variables
     * @param names       host names and addresses that it is for
     * @throws IOException if it can't be made; the message is for a person
     */
    public static DevelopmentCertificate get(Map<String, String> environment, SortedSet<String> names)
            throws IOException {
        var cache = CacheFolder.of(environment, CACHE)
                .orElseThrow(() -> new IOException("there is no place to keep it: set HOME or XDG_CACHE_HOME"));
        var program = new ProgramRunner(environment);
        var mkcert = SearchPath.of(environment).find("mkcert");
        var name = Integer.toHexString(names.hashCode()) + "-";
        if (mkcert.isEmpty()) {
            var folder = cache.make(
                    "own-" + name,
                    "keytool",
                    DevelopmentCertificate::isValid,
                    beside -> byKeytool(program, names, beside));
            return of(folder, false);
        }
        var authority = authority(program, mkcert.get());
        var folder = cache.make(
                "mkcert-" + name,
                "signed",
                each -> isValid(each) && isCopy(each.resolve(TRUSTED), authority),
                beside -> byMkcert(program, mkcert.get(), names, authority, beside));
        return of(folder, true);
    }

    private static DevelopmentCertificate of(Path folder, boolean mkcert) {
        return new DevelopmentCertificate(folder.resolve(KEY_STORE), folder.resolve(TRUSTED), mkcert);
    }

    private static void byKeytool(ProgramRunner program, SortedSet<String> names, Path folder) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var make =
                new ArrayList<>(List.of(keytool, "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC")); // starts faster
        make.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
        make.addAll(List.of("-validity", String.valueOf(DAYS), "-dname", "CN=edgesocket local"));
        make.addAll(List.of("-ext", "san=" + alternativeNames(names), "-alias", "server"));
        make.addAll(List.of("-storetype", "PKCS12", "-keystore", KEY_STORE, "-storepass", PASSWORD));
        program.run(make, folder);
        try {
            Files.writeString(folder.resolve(TRUSTED), pem(certificate(folder)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate that keytool made can't be read: " + e.getMessage(), e);
        }
    }

    /** As RFC 7468, section 5 has it. */
    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    private static String alternativeNames(SortedSet<String> names) {
        return names.stream()
                .map(name -> (InetAddresses.isInetAddress(name) ? "ip:" : "dns:") + name)
                .collect(Collectors.joining(","));
    }

    private static void byMkcert(
            ProgramRunner program, Path mkcert, SortedSet<String> names, Path authority, Path folder)
            throws IOException {
        var command = new ArrayList<>(List.of(mkcert.toString(), "-pkcs12", "-p12-file", KEY_STORE));
        command.addAll(names);
        program.run(command, folder);
        Files.copy(authority, folder.resolve(TRUSTED));
    }

    /** The certificate that mkcert signs with. It makes one when it signs for the first time. */
    private static Path authority(ProgramRunner program, Path mkcert) throws IOException {
        var folder = program.run(
                List.of(mkcert.toString(), "-CAROOT"), mkcert.toAbsolutePath().getParent());
        return Path.of(folder.strip(), "rootCA.pem");
    }

    private static boolean isCopy(Path file, Path original) {
        try {
            return Files.mismatch(file, original) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isValid(Path folder) {
        try {
            certificate(folder).checkValidity(Date.from(Instant.now().plus(LEFT)));
            return Files.isRegularFile(folder.resolve(TRUSTED));
        } catch (GeneralSecurityException | IOException | NoSuchElementException e) {
            return false; // it is made anew
        }
    }

    /** @throws NoSuchElementException if the key store is empty */
    private static X509Certificate certificate(Path folder) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(folder.resolve(KEY_STORE).toFile(), PASSWORD.toCharArray());
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }
}
