package io.edgesocket.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {

    @Test
    void the_digest_is_that_of_the_rfc_s_example() {
        var handshake = new Handshake(
                Handshake.of(URI.create("ws://server.example.com/chat")).request(), "dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(handshake.accept()).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void a_request_has_path_query_host_and_what_is_added() {
        var handshake = Handshake.of(
                URI.create("wss://chat.example.com/orders?token=a%20b"),
                List.of(new Header("Origin", "https://app.example.com")),
                List.of("chat.v2", "chat.v1"));

        assertThat(handshake.request().text())
                .startsWith("GET /orders?token=a%20b HTTP/1.1\r\nHost: chat.example.com\r\n")
                .contains(
                        "\r\nSec-WebSocket-Version: 13\r\n",
                        "\r\nSec-WebSocket-Protocol: chat.v2, chat.v1\r\n",
                        "\r\nOrigin: https://app.example.com\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void a_header_that_each_handshake_has_is_sent_once_as_it_is_given() {
        var handshake = Handshake.of(
                URI.create("ws://127.0.0.1:8080"),
                List.of(
                        new Header("user-agent", "Mine/1"),
                        new Header("host", "chat.example.com"),
                        new Header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")),
                List.of());

        assertThat(handshake.request().text())
                .contains("user-agent: Mine/1\r\n", "host: chat.example.com\r\n")
                .doesNotContain("User-Agent", "Host:", "Sec-WebSocket-Key:");
        assertThat(handshake.accept()).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void an_address_without_a_path_asks_for_the_root_and_a_port_is_in_host() {
        assertThat(Handshake.of(URI.create("ws://127.0.0.1:8080")).request().text())
                .startsWith("GET / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "wss://a.example:443/, a.example",
        "ws://a.example:80/, a.example",
        "http://a.example:80/, a.example",
        "wss://a.example:80/, a.example:80",
        "ws://a.example:443/, a.example:443",
        "ws://[::1]:8080/, [::1]:8080"
    })
    void the_scheme_s_own_port_is_not_in_host(URI address, String host) {
        assertThat(HttpRequest.host(address)).isEqualTo(host);
    }

    @Test
    void no_two_handshakes_have_the_same_key() {
        var address = URI.create("ws://127.0.0.1:8080");

        assertThat(Handshake.of(address).key())
                .isNotEqualTo(Handshake.of(address).key());
    }
}
