package io.edgesocket.local.apigateway;

import static io.edgesocket.local.apigateway.RawClient.CLOSE;
import static io.edgesocket.local.apigateway.RawClient.CONTINUATION;
import static io.edgesocket.local.apigateway.RawClient.FIN;
import static io.edgesocket.local.apigateway.RawClient.HANDSHAKE;
import static io.edgesocket.local.apigateway.RawClient.PING;
import static io.edgesocket.local.apigateway.RawClient.PONG;
import static io.edgesocket.local.apigateway.RawClient.TEXT;
import static io.edgesocket.local.apigateway.RawClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, byte by byte. */
class ProtocolTest {
    private final TestGateway gateway =
            new HandMadeStack().replying("$default", FakeFunction.echo("echo")).start();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void the_handshake_is_answered_with_the_digest_of_its_key() {
        try (var client = RawClient.open(gateway)) {
            assertThat(client.request(HANDSHAKE))
                    .startsWith("HTTP/1.1 101")
                    .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        }
    }

    @Test
    void an_offer_of_permessage_deflate_is_not_taken_up() {
        try (var client = RawClient.open(gateway)) {
            assertThat(client.request(HANDSHAKE + "Sec-WebSocket-Extensions: permessage-deflate\n"))
                    .startsWith("HTTP/1.1 101")
                    .doesNotContain("Sec-WebSocket-Extensions");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Version: 8", "Sec-WebSocket-Version: x", "X-Version: 13"})
    void another_version_than_13_is_a_bad_request(String version) {
        try (var client = RawClient.open(gateway)) {
            assertThat(client.request(HANDSHAKE.replace("Sec-WebSocket-Version: 13", version)))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Key: short"})
    void a_missing_or_wrong_key_is_a_bad_request(String key) {
        try (var client = RawClient.open(gateway)) {
            assertThat(client.request(HANDSHAKE.replace("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", key)))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_handshake_whose_Connection_header_has_no_Upgrade_is_a_bad_request() {
        try (var client = RawClient.open(gateway)) {
            assertThat(client.request(HANDSHAKE.replace("Connection: Upgrade", "Connection: keep-alive")))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void fragments_are_one_message_and_a_ping_may_come_between_them() {
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(TEXT, (byte) 'a'))
                    .send(frame(FIN | PING, (byte) 7))
                    .send(frame(FIN | CONTINUATION, (byte) 'b'));
            var pong = client.next();
            assertThat(pong.opcode()).isEqualTo(PONG);
            assertThat(pong.payload()).containsExactly(7);
            assertThat(client.next().text()).isEqualTo("ab");
        }
    }

    @Test
    void a_character_may_be_cut_in_two_by_fragments() {
        var euro = "\u20ac".getBytes(StandardCharsets.UTF_8);
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(TEXT, euro[0])).send(frame(FIN | CONTINUATION, euro[1], euro[2]));
            assertThat(client.next().text()).isEqualTo("\u20ac");
        }
    }

    @Test
    void frames_may_arrive_byte_by_byte() {
        try (var client = RawClient.connect(gateway)) {
            for (var octet : frame(FIN | TEXT, "slow".getBytes(StandardCharsets.UTF_8))) {
                client.send(octet);
            }
            assertThat(client.next().text()).isEqualTo("slow");
        }
    }

    @Test
    void messages_sent_at_once_are_answered_in_their_order() {
        try (var client = RawClient.connect(gateway)) {
            client.sendText("1").sendText("2").sendText("3");
            assertThat(client.next().text()
                            + client.next().text()
                            + client.next().text())
                    .isEqualTo("123");
        }
    }

    @Test
    void a_pong_that_nobody_asked_for_is_ignored() {
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(FIN | PONG)).sendText("x");
            assertThat(client.next().text()).isEqualTo("x");
        }
    }

    @Test
    void a_close_frame_is_answered_with_its_own_code() {
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(FIN | CLOSE, (byte) 0x03, (byte) 0xe8));
            assertThat(client.next().closeCode()).isEqualTo(1000);
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void invalid_UTF_8_closes_with_1007() {
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(FIN | TEXT, (byte) 0xc3, (byte) 0x28));
            assertThat(client.next().closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void an_unmasked_frame_closes_with_1002() {
        try (var client = RawClient.connect(gateway)) {
            client.send((byte) (FIN | TEXT), (byte) 1, (byte) 'x');
            assertThat(client.next().closeCode()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                FIN | 0x40 | TEXT, // RSV1 without an extension
                FIN | 3, // an opcode that means nothing
                FIN | CONTINUATION, // of nothing
                PING // a control frame in fragments
            })
    void a_frame_against_the_protocol_closes_with_1002(int first) {
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(first, (byte) 'x'));
            assertThat(client.next().closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void a_ping_of_more_than_125_bytes_closes_with_1002() {
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(FIN | PING, new byte[126]));
            assertThat(client.next().closeCode()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1004, 1005, 1006, 1015, 2999, 5000})
    void a_close_code_that_may_not_be_sent_closes_with_1002(int code) {
        try (var client = RawClient.connect(gateway)) {
            client.send(frame(FIN | CLOSE, (byte) (code >> 8), (byte) code));
            assertThat(client.next().closeCode()).isEqualTo(1002);
        }
    }
}
