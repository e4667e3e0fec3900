package io.edgesocket.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the example function on events as CloudFront makes them. */
class AllowOriginsTest {
    private static final Path CODE = Path.of("src/main/edge/allow-origins.js");

    @BeforeAll
    static void needs_node() {
        var onPath = Pattern.compile(File.pathSeparator).splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        assumeTrue(onPath, "needs Node.js: put `node` on PATH to run the JavaScript that runs at the edge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "https://CHAT.example.com"})
    void a_page_on_the_list_goes_on_to_the_origin(String origin) throws Exception {
        var headers = "{\"origin\":{\"value\":\"" + origin + "\"}}";

        assertThat(handle(headers)).isEqualTo("{\"uri\":\"/\",\"headers\":" + headers + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://example.com", "https://example.com.evil.example", "null"})
    void any_other_page_is_refused(String origin) throws Exception {
        assertThat(handle("{\"origin\":{\"value\":\"" + origin + "\"}}"))
                .isEqualTo("{\"statusCode\":403,\"statusDescription\":\"Forbidden\"}");
    }

    @Test
    void a_program_that_names_no_page_goes_on_to_the_origin() throws Exception {
        assertThat(handle("{}")).isEqualTo("{\"uri\":\"/\",\"headers\":{}}");
    }

    private static String handle(String headers) throws IOException, InterruptedException {
        var event = "{version: '1.0', request: {uri: '/', headers: " + headers + "}}";
        var script = Files.readString(CODE) + ";process.stdout.write(JSON.stringify(handler(" + event + ")));";
        var node = new ProcessBuilder("node", "-").redirectErrorStream(true).start();
        try (var in = node.getOutputStream()) {
            in.write(script.getBytes(UTF_8));
        }
        var out = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).describedAs(out).isZero();
        return out;
    }
}
