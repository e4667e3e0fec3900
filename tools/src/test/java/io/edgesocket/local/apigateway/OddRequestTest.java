package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that browsers don't send, or shouldn't: API Gateway's own answer, and $connect isn't called. */
class OddRequestTest {
    private static final String HANDSHAKE = RawClient.HANDSHAKE;
    private final FakeFunction connect = FakeFunction.ok("connect");

    @ParameterizedTest
    @ValueSource(strings = {"|", "{", "}", "a={\"b\":1}"})
    void a_query_that_is_not_encoded_is_refused_and_the_run_says_how_to_encode_it(String query) {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE.replace("/live", "/live?" + query)))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("{\"message\":\"Bad Request\"}");
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.fix()).contains("encodeURIComponent"));
            assertThat(connect.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "`", "\\", "%", "<", ">", "\u00e9"})
    void what_aws_says_nothing_of_is_let_through_in_a_query(String query) {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE.replace("/live", "/live?a=" + query)))
                    .startsWith("HTTP/1.1 101 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Extensions: ;;;=\"",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99",
                "Sec-WebSocket-Protocol: \"",
                "Cookie: ;;=\""
            })
    void headers_that_jetty_could_not_read_do_no_harm(String header) {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE + header + "\n")).startsWith("HTTP/1.1 101 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, 400, Bad Request",
        "GET /live HTTP/3.0, 505, HTTP Version Not Supported",
        "GET /live FTP/1.1, 505, HTTP Version Not Supported",
        "CONNECT localhost:80 HTTP/1.1, 403, Forbidden",
        "OPTIONS * HTTP/1.1, 400, Bad Request",
        "GET /live HTTP/1.0, 400, Bad Request",
        "GET /%zz HTTP/1.1, 400, Bad Request",
        "GET /live/../live HTTP/1.1, 403, Forbidden"
    })
    void what_is_no_handshake_gets_an_answer_of_api_gateway(String requestLine, int status, String message) {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE.replace("GET /live HTTP/1.1", requestLine)))
                    .startsWith("HTTP/1.1 " + status + " ")
                    .endsWith("{\"message\":\"" + message + "\"}");
            assertThat(gateway.refusals()).hasSize(1);
            assertThat(connect.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"})
    void a_handshake_that_lacks_a_header_is_refused_before_connect(String header) {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE.replace(header + "\n", ""))).matches("(?s)HTTP/1.1 4(00|26) .*");
            assertThat(connect.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 5"})
    void a_handshake_that_announces_a_body_is_refused_before_connect(String header) {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE + header + "\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("{\"message\":\"Bad Request\"}");
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.fix())
                            .contains("neither Transfer-Encoding nor a Content-Length above 0"));
            assertThat(connect.events()).isEmpty();
        }
    }

    @Test
    void a_handshake_that_announces_an_empty_body_is_connected() {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE + "Content-Length: 0\n")).startsWith("HTTP/1.1 101 ");
        }
    }

    @Test
    void a_url_of_more_than_4096_characters_is_too_long() {
        var before = "wss://" + HandMadeStack.API + ".execute-api.eu-west-1.amazonaws.com/live?";
        try (var gateway = start()) {
            var longest = "x".repeat(4_096 - before.length());
            assertThat(answer(gateway, HANDSHAKE.replace("/live", "/live?" + longest)))
                    .startsWith("HTTP/1.1 101 ");
            assertThat(answer(gateway, HANDSHAKE.replace("/live", "/live?x" + longest)))
                    .startsWith("HTTP/1.1 414 ")
                    .endsWith("{\"message\":\"Request-URI Too Long\"}");
        }
    }

    @Test
    void headers_that_are_too_long_to_read_are_refused() {
        try (var gateway = start()) {
            assertThat(answer(gateway, HANDSHAKE + "X: " + "x".repeat(70_000) + "\n"))
                    .startsWith("HTTP/1.1 431 ")
                    .endsWith("{\"message\":\"Request Header Fields Too Large\"}");
        }
    }

    @Test
    void an_answer_of_connect_that_http_can_not_hold_is_answered_all_the_same() {
        for (var answer : List.of(
                "{\"statusCode\":403,\"headers\":{\"a\\nb\":\"c\\r\\nd\"}}",
                "{\"statusCode\":403,\"headers\":{\"\":\"\"}}",
                "{\"statusCode\":304,\"body\":\"none is allowed\"}",
                "{\"statusCode\":403,\"headers\":{\"Content-Length\":\"99\",\"Transfer-Encoding\":\"x\"},\"body\":\"y\"}")) {
            try (var gateway = new HandMadeStack()
                            .to("$connect", FakeFunction.returning("odd", answer))
                            .start();
                    var client = RawClient.open(gateway)) {
                assertThat(client.request(HANDSHAKE)).as(answer).matches("(?s)HTTP/1.1 (304|403|500) .*");
            }
        }
    }

    private TestGateway start() {
        return new HandMadeStack().to("$connect", connect).start();
    }

    /** Status line, headers and body. */
    private static String answer(TestGateway gateway, String head) {
        try (var client = RawClient.open(gateway)) {
            return client.answer(head);
        }
    }
}
