package io.edgesocket.local.tls;

import io.edgesocket.local.machine.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trusts the development certificates of this machine's user. It is for clients of this machine alone. */
public final class LocalTrust {
    private LocalTrust() {}

    /**
     * Trusts what Java trusts, and what the user's development certificates are signed by.
     *
     * @param environment the user's variables, which say where these are kept
     */
    public static SSLContext of(Map<String, String> environment) {
        try {
            var certificates = new ArrayList<Certificate>(ofJava());
            for (var file : files(environment)) {
                certificates.addAll(read(file));
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : certificates) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Map<String, String> environment) {
        return CacheFolder.of(environment, DevelopmentCertificate.CACHE).stream()
                .flatMap(cache ->
                        cache.all(folder -> Files.isRegularFile(folder.resolve(DevelopmentCertificate.TRUSTED))))
                .map(folder -> folder.resolve(DevelopmentCertificate.TRUSTED))
                .toList();
    }

    private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException, IOException {
        try (var content = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(content);
        }
    }

    private static List<? extends Certificate> ofJava() throws GeneralSecurityException {
        return Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    /** @param store null for Java's own */
    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
