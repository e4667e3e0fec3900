package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An origin that is no API of the stack: a real connection, checked and passed through as CloudFront does. */
@Timeout(60)
class RemoteOriginTest {
    @TempDir
    Path folder;

    @Test
    void messages_pass_through_in_both_directions() throws Exception {
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(origin.port()));
                var client = EdgeClient.connect(edge.uri("/chat"))) {
            client.send("hello");

            assertThat(client.next()).isEqualTo("hello");
        }
    }

    @Test
    void a_message_of_a_megabyte_passes_through() throws Exception {
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(origin.port()));
                var client = EdgeClient.connect(edge.uri("/"))) {
            var message = "0123456789abcdef".repeat(65_536);
            client.send(message);

            assertThat(client.next()).isEqualTo(message);
        }
    }

    @Test
    void subprotocol_and_close_code_pass_through() throws Exception {
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(origin.port()));
                var client = EdgeClient.connect(edge.uri("/"), "chat.v1")) {
            assertThat(client.subprotocol()).isEqualTo("chat.v1");
            assertThat(client.close(4000)).isEqualTo(4000);
        }
    }

    @Test
    void the_origin_gets_its_own_host_and_path_and_the_viewer_s_key() throws Exception {
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(origin.port()))) {
            var answer = edge.handshake("/");
            var headers = origin.headers();

            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.header("Sec-WebSocket-Accept")).contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(headers.get(HttpHeader.HOST)).isEqualTo("localhost");
            assertThat(headers.get("Sec-WebSocket-Key")).isEqualTo("dGhlIHNhbXBsZSBub25jZQ==");
        }
    }

    @Test
    void an_origin_with_a_trusted_certificate_for_its_name_is_connected_by_tls() throws Exception {
        var certificate = Certificate.of("localhost", folder);
        try (var origin = RemoteServer.withCertificateFor(certificate);
                var edge = LocalEdge.start(https(origin.port()), certificate.trust());
                var client = EdgeClient.connect(edge.uri("/"))) {
            client.send("hello");

            assertThat(client.next()).isEqualTo("hello");
        }
    }

    @Test
    void a_certificate_for_another_name_is_answered_502() throws Exception {
        var certificate = Certificate.of("other.example.com", folder);
        try (var origin = RemoteServer.withCertificateFor(certificate);
                var edge = LocalEdge.start(https(origin.port()), certificate.trust())) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
            assertThat(edge.refusals().get(0).fix()).contains("certificate for localhost");
        }
    }

    @Test
    void a_certificate_that_nobody_trusts_is_answered_502() throws Exception {
        try (var origin = RemoteServer.withCertificateFor(Certificate.of("localhost", folder));
                var edge = LocalEdge.start(https(origin.port()))) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @Test
    void a_name_that_dns_does_not_know_is_answered_502() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().origin("{domainName: 'nowhere.invalid'}"))) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
            assertThat(edge.refusals().get(0).because()).contains("nowhere.invalid");
        }
    }

    @Test
    void a_port_that_nobody_listens_on_is_answered_502() throws Exception {
        try (var nobody = new Nobody();
                var edge = LocalEdge.start(http(nobody.port()))) {
            assertThat(edge.handshake("/").status()).isEqualTo(502);
        }
    }

    @Test
    void an_origin_that_does_not_answer_within_the_read_timeout_is_answered_504() throws Exception {
        var hurried = "{connectionAttempts: 1, customOriginConfig: {originReadTimeout: 1}}";
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(origin.port()).origin(hurried))) {
            assertThat(edge.handshake("/hangs").status()).isEqualTo(504);
        }
    }

    @Test
    void a_request_that_is_no_handshake_gets_the_origin_s_page() throws Exception {
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(origin.port()))) {
            var answer = edge.send("GET /page?a=b HTTP/1.1", List.of("Host: a"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).startsWith("GET /live/page?a=b");
        }
    }

    @Test
    void a_body_goes_to_the_origin() throws Exception {
        var cdn = Cdn.minimal().defaultBehavior("{allowedMethods: ['GET', 'HEAD', 'POST']}");
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(cdn, origin.port()))) {
            var answer = edge.send("POST / HTTP/1.1", List.of("Host: a", "Content-Length: 4", "", "body"));

            assertThat(answer.body()).isEqualTo("POST /live/ body");
        }
    }

    @Test
    void a_viewer_that_stops_reading_holds_the_origin_up_instead_of_filling_memory() throws Exception {
        try (var origin = RemoteServer.plain();
                var edge = LocalEdge.start(http(origin.port()));
                var viewer = new Socket()) {
            viewer.setReceiveBufferSize(1 << 16);
            viewer.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), edge.edge().port()));
            viewer.setSoTimeout(20_000);
            viewer.getOutputStream()
                    .write(("GET /flood HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n"
                                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(ISO_8859_1));
            var mebi = 1 << 20;
            // Linux may hold 32 MiB that the edge has not read, and 4 MiB each that the edge and the origin have
            // written.
            var kernel = 40L * mebi;
            for (var read = 0L; read < 3 * kernel; read += mebi) {
                viewer.getInputStream().readNBytes(mebi);

                assertThat(origin.flooded.get() - read).isLessThan(kernel + 10L * mebi);
            }
        }
    }

    private static Cdn http(int port) {
        return http(Cdn.minimal(), port);
    }

    private static Cdn http(Cdn cdn, int port) {
        return cdn.origin("{domainName: 'localhost', customOriginConfig: {originProtocolPolicy: 'http-only', "
                + "httpPort: " + port + "}}");
    }

    private static Cdn https(int port) {
        return Cdn.minimal().origin("{domainName: 'localhost', customOriginConfig: {httpsPort: " + port + "}}");
    }
}
