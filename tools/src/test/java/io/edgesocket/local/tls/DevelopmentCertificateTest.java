package io.edgesocket.local.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentCertificateTest {
    /** Signs nothing: it makes what the real one leaves, with the JDK's keytool. */
    private static final String MKCERT = """
            #!/bin/sh
            if [ "$1" = -CAROOT ]; then echo "$HOME/authority"; exit; fi
            echo "$@" >> "$HOME/called"
            %s/bin/keytool -genkeypair -storetype PKCS12 -keyalg EC -dname CN=mkcert -keystore "$3" -storepass changeit
            """;

    @TempDir
    private Path home;

    private DevelopmentCertificate get(String path, String... names) throws IOException {
        var all = new TreeSet<String>(List.of(names));
        return DevelopmentCertificate.get(Map.of("HOME", home.toString(), "PATH", path), all);
    }

    /** What is on the PATH besides mkcert; never this machine's. */
    private String withMkcert() throws IOException {
        var mkcert = Files.createDirectories(home.resolve("bin")).resolve("mkcert");
        Files.writeString(mkcert, MKCERT.formatted(System.getProperty("java.home")));
        Files.setPosixFilePermissions(mkcert, fromString("rwx------"));
        authority("first");
        return mkcert.getParent().toString();
    }

    private void authority(String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("authority")).resolve("rootCA.pem"), text);
    }

    private long mkcertCalls() throws IOException {
        return Files.readAllLines(home.resolve("called")).size();
    }

    private void handshake(DevelopmentCertificate certificate, SSLContext trust, String name) throws Exception {
        var tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.keyStore().toString());
        tls.setKeyStorePassword(DevelopmentCertificate.PASSWORD);
        tls.start();
        try (var server = (SSLServerSocket) tls.getSslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var accepted = CompletableFuture.runAsync(() -> accept(server));
            try (var plain = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                    var client = (SSLSocket) trust.getSocketFactory().createSocket(plain, name, 443, true)) {
                var checked = client.getSSLParameters();
                checked.setEndpointIdentificationAlgorithm("HTTPS");
                client.setSSLParameters(checked);
                client.startHandshake();
            } finally {
                accepted.join();
            }
        } finally {
            tls.stop();
        }
    }

    private static void accept(SSLServerSocket server) {
        try (var socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
        } catch (IOException refusedByTheClient) {
            // which is what some tests want
        }
    }

    private SSLContext localTrust() {
        return LocalTrust.of(Map.of("HOME", home.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "app.example.com"})
    void a_client_that_trusts_it_connects_under_each_of_its_names(String name) throws Exception {
        var certificate = get("", "localhost", "127.0.0.1", "::1", "app.example.com");
        handshake(certificate, localTrust(), name);
        assertThat(certificate.mkcert()).isFalse();
    }

    @Test
    void nobody_else_trusts_it_and_no_other_name_is_right() throws Exception {
        var certificate = get("", "localhost");
        assertThatThrownBy(() -> handshake(certificate, SSLContext.getDefault(), "localhost"))
                .isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> handshake(certificate, localTrust(), "app.example.com"))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void it_is_kept() throws IOException {
        var first = get("", "localhost");
        var made = Files.readString(first.trusted());
        assertThat(get("", "localhost")).isEqualTo(first);
        assertThat(first.trusted()).hasContent(made).startsWith(home.resolve(".cache/edgesocket/tls"));
    }

    @Test
    void one_that_can_t_be_read_is_made_again() throws IOException {
        var first = get("", "localhost");
        Files.writeString(first.keyStore(), "cut short");
        assertThat(get("", "localhost").keyStore()).content(ISO_8859_1).isNotEqualTo("cut short");
    }

    @Test
    void the_key_is_the_user_s_alone() throws IOException {
        var folder = get("", "localhost").keyStore().getParent();
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(fromString("rwx------"));
    }

    @Test
    void mkcert_makes_it_where_there_is_one_and_its_authority_is_trusted() throws IOException {
        var path = withMkcert();
        var certificate = get(path, "localhost", "127.0.0.1");
        assertThat(certificate.mkcert()).isTrue();
        assertThat(certificate.trusted()).hasContent("first");
        assertThat(home.resolve("called")).hasContent("-pkcs12 -p12-file server.p12 127.0.0.1 localhost");
    }

    @Test
    void it_is_made_again_when_mkcert_has_another_authority() throws IOException {
        var path = withMkcert();
        get(path, "localhost");
        get(path, "localhost");
        assertThat(mkcertCalls()).isEqualTo(1);
        authority("second");
        assertThat(get(path, "localhost").trusted()).hasContent("second");
    }

    @Test
    void without_a_place_for_it_the_variables_are_named() {
        assertThatThrownBy(() -> DevelopmentCertificate.get(Map.of(), new TreeSet<>(List.of("localhost"))))
                .hasMessage("there is no place to keep it: set HOME or XDG_CACHE_HOME");
    }

    @Test
    @Needs("mkcert")
    void the_real_mkcert_makes_one_that_its_authority_vouches_for() throws Exception {
        handshake(get(System.getenv("PATH"), "localhost"), localTrust(), "localhost");
    }
}
