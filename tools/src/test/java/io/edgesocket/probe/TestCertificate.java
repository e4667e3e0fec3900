package io.edgesocket.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that signs itself. Each is made once, as that takes a second.
 *
 * @param names as keytool takes them, such as {@code dns:chat.example.com}
 */
record TestCertificate(String names, int days) {
    private static final String OWN = "dns:" + NamedServer.HOST + ",ip:127.0.0.1";
    private static final int LONG = 90;
    private static final String PASSWORD = "changeit";
    private static final Map<TestCertificate, KeyStore> MADE = new ConcurrentHashMap<>();

    /** For the names of a test's servers. */
    static TestCertificate good() {
        return days(LONG);
    }

    static TestCertificate days(int days) {
        return new TestCertificate(OWN, days);
    }

    static TestCertificate ofName(String name) {
        return new TestCertificate("dns:" + name, LONG);
    }

    /** For a server that shows it. */
    SSLContext shown() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a client that trusts it alone. */
    SSLContext trusted() {
        try {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", store().getCertificate("server"));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store() {
        return MADE.computeIfAbsent(this, TestCertificate::made);
    }

    private KeyStore made() {
        try {
            var folder = Files.createTempDirectory("certificate");
            try {
                return made(folder.resolve("server.p12"));
            } finally {
                Files.deleteIfExists(folder.resolve("server.p12"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore made(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(List.of(
                        keytool,
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-storetype",
                        "PKCS12",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        String.valueOf(days),
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + names,
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "server"))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }
}
