package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A certificate that signs itself, in a key store of its own. */
record Certificate(Path file) {
    static final String PASSWORD = "changeit";

    static Certificate of(String host, Path folder) throws IOException, InterruptedException {
        var file = folder.resolve(host + ".p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        var out = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).describedAs(out).isZero();
        return new Certificate(file);
    }

    /** Trusts this one alone. */
    SslContextFactory.Client trust() {
        var trust = new SslContextFactory.Client();
        trust.setTrustStorePath(file.toString());
        trust.setTrustStorePassword(PASSWORD);
        return trust;
    }
}
