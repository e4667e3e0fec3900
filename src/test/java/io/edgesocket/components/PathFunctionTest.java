package io.edgesocket.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the generated function on events as CloudFront makes them. */
class PathFunctionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PathOrigins PATHS = PathOrigins.NONE
            .and("/chat", WebSocketOrigin.existing("wss://abc.execute-api.eu-west-1.amazonaws.com/prod"))
            .and("/chat/admin", WebSocketOrigin.existing("wss://abd.execute-api.eu-west-1.amazonaws.com/prod"))
            .and("/game", WebSocketOrigin.existing("wss://game.example.com"));

    @BeforeAll
    static void needs_node() {
        var onPath = Pattern.compile(File.pathSeparator).splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        assumeTrue(onPath, "needs Node.js: put `node` on PATH to run the JavaScript that runs at the edge");
    }

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

    private static String originalPath(JsonNode request) {
        return request.get("headers").get(WebSocketCdn.ORIGINAL_PATH_HEADER).get("value").textValue();
    }

    private static JsonNode event(String uri) {
        return JSON.valueToTree(Map.of(
                "version", "1.0",
                "context", Map.of("distributionDomainName", "d111111abcdef8.cloudfront.net", "distributionId", "E1",
                        "eventType", "viewer-request", "requestId", "r1"),
                "viewer", Map.of("ip", "198.51.100.7"),
                "request", Map.of(
                        "method", "GET",
                        "uri", uri,
                        "querystring", Map.of("token", Map.of("value", "t1")),
                        "headers", Map.of("host", Map.of("value", "ws.example.com"),
                                "sec-websocket-key", Map.of("value", "dGhlIHNhbXBsZSBub25jZQ==")),
                        "cookies", Map.of())));
    }

    private static JsonNode handle(JsonNode event) throws IOException, InterruptedException {
        var script = PathFunction.code(PATHS) + ";process.stdout.write(JSON.stringify(handler(" + event + ")));";
        var node = new ProcessBuilder("node", "-").redirectErrorStream(true).start();
        try (var in = node.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        var out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).describedAs(out).isZero();
        return JSON.readTree(out);
    }
}
