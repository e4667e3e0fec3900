package io.edgesocket.local.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.local.stack.RefusedStackException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which behavior a request is for, and what that lets in. */
class BehaviorTest {

    @Test
    void a_handshake_reaches_the_api_at_its_stage() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            var arrival = edge.arrival("/");

            assertThat(arrival.host()).isEqualTo(Cdn.API);
            assertThat(arrival.path()).isEqualTo("/live/");
        }
    }

    @ParameterizedTest
    @CsvSource({"/chat, /chat", "/chat*, /chat/room", "chat/*, /chat/room/1", "/ch?t, /chat", "*.ws, /a/b.ws", "/*, /"})
    void a_path_pattern_takes_any_characters_for_a_star_and_one_for_a_question_mark(String pattern, String path)
            throws Exception {
        try (var edge = LocalEdge.start(chosenBy(pattern))) {
            assertThat(edge.arrival(path).header("x-behavior")).contains("ordered");
        }
    }

    @ParameterizedTest
    @CsvSource({"/chat, /chat/room", "/chat*, /Chat", "/ch?t, /cht", "/chat, /chat/", "/a.b, /axb"})
    void what_no_path_pattern_takes_is_for_the_default_behavior(String pattern, String path) throws Exception {
        try (var edge = LocalEdge.start(chosenBy(pattern))) {
            assertThat(edge.arrival(path).header("x-behavior")).contains("default");
        }
    }

    @Test
    void the_first_path_pattern_that_matches_wins() throws Exception {
        var cdn = chosenBy("/chat/*").behavior("/chat/vip/*", "{}");
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.arrival("/chat/vip/1").header("x-behavior")).contains("ordered");
        }
    }

    @Test
    void the_query_string_has_no_part_in_choosing() throws Exception {
        try (var edge = LocalEdge.start(chosenBy("*chat"))) {
            assertThat(edge.arrival("/?chat").header("x-behavior")).contains("default");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{viewerProtocolPolicy: 'https'} | cdn: viewerProtocolPolicy of the behavior * is \"https\"; "
                        + "it can be allow-all, redirect-to-https, https-only",
                "{targetOriginId: 'apis'}        | cdn: targetOriginId of the behavior * is \"apis\"; it can be api"
            })
    void what_AWS_would_not_take_is_refused_with_what_it_would(String changes, String message) {
        assertThatThrownBy(() -> LocalEdge.start(Cdn.minimal().defaultBehavior(changes)))
                .isInstanceOf(RefusedStackException.class)
                .hasMessage(message);
    }

    @Test
    void a_handshake_without_tls_is_refused_under_https_only() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.handshake("/", "X-Forwarded-Proto: http").status()).isEqualTo(403);
        }
    }

    @Test
    void a_get_without_tls_is_redirected_under_redirect_to_https() throws Exception {
        var cdn = Cdn.minimal().defaultBehavior("{viewerProtocolPolicy: 'redirect-to-https'}");
        try (var edge = LocalEdge.start(cdn)) {
            var answer = edge.handshake("/chat?a=b", "X-Forwarded-Proto: http");

            assertThat(answer.status()).isEqualTo(301);
            assertThat(answer.header("Location")).contains("https://127.0.0.1/chat?a=b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow-all", "https-only", "redirect-to-https"})
    void a_connection_to_localhost_counts_as_one_with_tls(String policy) throws Exception {
        var cdn = Cdn.minimal().defaultBehavior("{viewerProtocolPolicy: '" + policy + "'}");
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.handshake("/").status()).isEqualTo(101);
        }
    }

    @Test
    void a_method_that_the_behavior_does_not_allow_is_refused() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.send("POST / HTTP/1.1", List.of("Host: a", "Content-Length: 0"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_get_without_upgrade_gets_what_api_gateway_answers_to_it() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.send("GET / HTTP/1.1", List.of("Host: a")).status()).isEqualTo(426);
        }
    }

    @Test
    void only_a_get_can_be_a_handshake() throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal().defaultBehavior("{allowedMethods: ['GET', 'HEAD', 'POST']}"))) {
            var answer = edge.send(
                    "POST / HTTP/1.1",
                    List.of(
                            "Host: a",
                            "Connection: Upgrade",
                            "Upgrade: websocket",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));

            assertThat(answer.status()).isEqualTo(426);
        }
    }

    @ParameterizedTest
    @CsvSource({"8192, 101", "8193, 413", "70000, 413"})
    void a_url_has_at_most_8192_bytes(int length, int status) throws Exception {
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.handshake("/?" + "a".repeat(length - 2)).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"20480, 101", "20481, 413"})
    void a_request_has_at_most_20480_bytes_without_its_body(int length, int status) throws Exception {
        var rest = ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nA: \r\n\r\n")
                .length();
        try (var edge = LocalEdge.start(Cdn.minimal())) {
            assertThat(edge.handshake("/", "A: " + "a".repeat(length - rest)).status())
                    .isEqualTo(status);
        }
    }

    @Test
    void a_request_is_for_the_distribution_whose_alias_it_asks_for() throws Exception {
        var cdn = chosenBy("/none")
                .with("{aliases: ['one.example.com']}")
                .and("second", Cdn.minimal().with("{aliases: ['*.second.example.com']}"));
        try (var edge = LocalEdge.start(cdn)) {
            edge.send("GET / HTTP/1.1", List.of("Host: a.second.example.com:8080"));

            assertThat(edge.arrived().header("x-behavior")).isEmpty();
        }
    }

    @Test
    void a_request_that_asks_for_no_distribution_is_for_the_first() throws Exception {
        var cdn = chosenBy("/none").and("second", Cdn.minimal());
        try (var edge = LocalEdge.start(cdn)) {
            assertThat(edge.arrival("/").header("x-behavior")).contains("default");
        }
    }

    /** A distribution whose origins say which behavior chose them. */
    private static Cdn chosenBy(String pattern) {
        return Cdn.minimal()
                .origin("{customHeaders: [{name: 'x-behavior', value: 'default'}]}")
                .anotherOrigin("{originId: 'ordered', domainName: '" + Cdn.API
                        + "', customHeaders: [{name: 'x-behavior', value: 'ordered'}]}")
                .behavior(pattern, "{targetOriginId: 'ordered'}");
    }
}
