package io.edgesocket.components.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the generated function on events as CloudFront makes them. */
@Needs("node")
class PathFunctionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PathOrigins PATHS = PathOrigins.NONE
            .and("/chat", WebSocketOrigin.existing("wss://abc.execute-api.eu-west-1.amazonaws.com/prod"))
            .and("/chat/admin", WebSocketOrigin.existing("wss://abd.execute-api.eu-west-1.amazonaws.com/prod"))
            .and("/game", WebSocketOrigin.existing("wss://game.example.com"));

    @ParameterizedTest
    @CsvSource({
        "/chat,           /",
        "/chat/,          /",
        "/chat/room,      /",
        "/chat/admin,     /",
        "/game,           /",
        "/game/,          /",
        "/game/arena/7,   /arena/7",
        "/,               /",
        "/chatter,        /chatter",
        "/Chat,           /Chat",
        "/lobby/chat,     /lobby/chat",
    })
    void the_prefix_is_taken_off_and_nothing_else(String asked, String sent) throws Exception {
        assertThat(handle(event(asked)).at("/uri").textValue()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"/chat", "/game/arena/7", "/", "/chatter"})
    void the_original_path_goes_along(String asked) throws Exception {
        assertThat(originalPath(handle(event(asked)))).isEqualTo(asked);
    }

    @Test
    void a_client_cannot_forge_the_original_path() throws Exception {
        var event = event("/lobby");
        ((ObjectNode) event.at("/request/headers")).putObject("x-original-path").put("value", "/chat/admin");
        assertThat(originalPath(handle(event))).isEqualTo("/lobby");
    }

    @Test
    void the_rest_of_the_request_stays_as_it_is() throws Exception {
        var event = event("/chat");
        var handled = (ObjectNode) handle(event);
        ((ObjectNode) handled.get("headers")).remove("x-original-path");
        assertThat(handled.put("uri", "/chat")).isEqualTo(event.get("request"));
    }

    @Test
    void a_function_of_the_user_s_runs_first_and_sees_the_path_that_was_asked_for() throws Exception {
        var handled = handleAfter(
                "function handler(event) { event.request.headers.saw = { value: event.request.uri }; "
                        + "return event.request; }",
                event("/chat/room"));
        assertThat(handled.at("/headers/saw/value").textValue()).isEqualTo("/chat/room");
        assertThat(handled.at("/uri").textValue()).isEqualTo("/");
        assertThat(originalPath(handled)).isEqualTo("/chat/room");
    }

    @Test
    void what_the_user_s_function_makes_of_the_path_is_what_loses_its_prefix() throws Exception {
        var handled = handleAfter(
                "const handler = async (event) => { event.request.uri = '/game/lobby'; " + "return event.request; };",
                event("/old-game"));
        assertThat(handled.at("/uri").textValue()).isEqualTo("/lobby");
        assertThat(originalPath(handled)).isEqualTo("/old-game");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function handler() { return { statusCode: 403, headers: {} }; }",
                "async function handler() { return { statusCode: 403, headers: {} }; }"
            })
    void an_answer_of_the_user_s_function_is_given_as_it_is(String first) throws Exception {
        assertThat(handleAfter(first, event("/chat"))).hasToString("{\"statusCode\":403,\"headers\":{}}");
    }

    @Test
    void what_is_neither_a_request_nor_an_answer_stays_so() throws Exception {
        assertThat(handleAfter("function handler() {}", event("/chat")).isNull())
                .isTrue();
    }

    @Test
    void names_of_the_user_s_function_clash_with_none_of_the_other() throws Exception {
        var handled = handleAfter("""
                import querystring from 'querystring';
                const PREFIXES = 'mine', yours = 1, takePrefixOff = 2, request = 3, prefix = 4;
                var handler = function (event) {
                  event.request.headers.seen = { value: querystring.escape(PREFIXES + yours + takePrefixOff + request + prefix) };
                  return event.request;
                } // the end""", event("/chat"));
        assertThat(handled.at("/headers/seen/value").textValue()).isEqualTo("mine1234");
        assertThat(handled.at("/uri").textValue()).isEqualTo("/");
    }

    private static String originalPath(JsonNode request) {
        return request.get("headers")
                .get(WebSocketCdn.ORIGINAL_PATH_HEADER)
                .get("value")
                .textValue();
    }

    private static JsonNode event(String uri) {
        return JSON.valueToTree(Map.of(
                "version", "1.0",
                "context",
                        Map.of(
                                "distributionDomainName",
                                "d111111abcdef8.cloudfront.net",
                                "distributionId",
                                "E1",
                                "eventType",
                                "viewer-request",
                                "requestId",
                                "r1"),
                "viewer", Map.of("ip", "198.51.100.7"),
                "request",
                        Map.of(
                                "method", "GET",
                                "uri", uri,
                                "querystring", Map.of("token", Map.of("value", "t1")),
                                "headers",
                                        Map.of(
                                                "host",
                                                Map.of("value", "ws.example.com"),
                                                "sec-websocket-key",
                                                Map.of("value", "dGhlIHNhbXBsZSBub25jZQ==")),
                                "cookies", Map.of())));
    }

    private static JsonNode handle(JsonNode event) throws IOException, InterruptedException {
        return run(PathFunction.code(PATHS), event);
    }

    private static JsonNode handleAfter(String first, JsonNode event) throws IOException, InterruptedException {
        return run(PathFunction.codeAfter(first, PATHS), event);
    }

    /** As a module, in which a script of CloudFront Functions may import others. */
    private static JsonNode run(String code, JsonNode event) throws IOException, InterruptedException {
        var script = code + ";process.stdout.write(JSON.stringify(await handler(" + event + ")) ?? 'null');";
        var node = new ProcessBuilder("node", "--input-type=module", "-")
                .redirectErrorStream(true)
                .start();
        try (var in = node.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        var out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).describedAs(out).isZero();
        return JSON.readTree(out);
    }
}
