package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.lambda.pool.Invocation.Answered;
import io.edgesocket.local.lambda.sdk.AwsSdks;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that debuggers can attach to, as {@code local --debug-functions} has them. */
class FunctionDebuggerTest {
    private static final FunctionOptions DEBUGGED =
            new FunctionOptions(AwsSdks.NONE, Optional.of(new Debugger("JDWP", 5005)));
    /** Shorter than a person looks at a breakpoint, and than this test does. */
    private static final String TIMEOUT = "timeout: 1";

    @TempDir
    private Path folder;

    private LocalFunctions run(PlayedResource... functions) {
        return LocalFunctions.with(DEBUGGED, System.getenv().getOrDefault("PATH", ""), folder, functions);
    }

    private void source(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static int port(LocalFunctions run) {
        return run.function().debugger().orElseThrow().port();
    }

    @Test
    void a_java_function_is_found_where_java_listens() {
        try (var run = run(LocalFunctions.function("runtime: java21", "handler: Any", "code: {$archive: '.'}"))) {
            assertThat(run.function().debugger()).contains(new Debugger("JDWP", 5005));
        }
    }

    @Test
    void without_the_option_nothing_listens() {
        try (var run = LocalFunctions.java("Misbehaving")) {
            assertThat(run.function().debugger()).isEmpty();
        }
    }

    @Test
    @Needs("node")
    void each_node_js_function_has_a_free_port_of_its_own() throws IOException {
        source("index.mjs", "export const handler = async () => 1;");
        var script = LocalFunctions.script(folder, "nodejs22.x");
        var other = LocalFunctions.functionNamed(
                "other", "runtime: nodejs22.x", "handler: index.handler", "code: {$archive: '.'}");
        try (var former = run(script);
                var taken = new ServerSocket(port(former), 1, InetAddress.getLoopbackAddress());
                var run = run(script, other)) {
            assertThat(run.functions.all())
                    .extracting(function -> function.debugger().orElseThrow().port())
                    .doesNotHaveDuplicates()
                    .doesNotContain(taken.getLocalPort());
        }
    }

    @Test
    @Needs("node")
    void a_node_js_function_stays_at_a_breakpoint_beyond_its_timeout() throws Exception {
        source("index.mjs", "export const handler = async () => {\n  debugger;\n  return 'went on';\n};");
        try (var run = run(LocalFunctions.script(folder, "nodejs22.x", TIMEOUT))) {
            run.functions.warmUp();
            var inspector = Inspector.attach(port(run));
            var call = run.begin("{}");
            inspector.paused.get(60, TimeUnit.SECONDS);
            assertThat(after(1500, call::isDone)).isFalse();
            inspector.send("Debugger.resume");
            assertThat(call.get(60, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answered ->
                                    assertThat(answered.payload()).asString().isEqualTo("\"went on\""));
        }
    }

    @Test
    @Needs("node")
    void after_a_save_it_is_found_on_the_same_port() throws Exception {
        source("index.mjs", "export const handler = async () => 1;");
        try (var run = run(LocalFunctions.script(folder, "nodejs22.x"))) {
            run.answer("{}");
            source("index.mjs", "export const handler = async () => 'changed';");
            assertThat(run.answer("{}").asText()).isEqualTo("changed");
            assertThat(Inspector.scripts(port(run))).isNotEmpty();
        }
    }

    @Test
    @Needs("node")
    void one_call_at_a_time_is_worked_on() throws IOException {
        source("index.mjs", "export const handler = async () => process.pid;");
        try (var run = run(LocalFunctions.script(folder, "nodejs22.x"))) {
            assertThat(run.callAtOnce(8, "{}").stream()
                            .map(each -> new String(((Answered) each).payload(), US_ASCII))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    @Needs("python3")
    void a_python_function_has_debugpy_listen() throws IOException {
        source("debugpy.py", "listened = []\n\n\ndef listen(address):\n    listened.append(address)\n");
        source("index.py", "import debugpy\n\n\ndef handler(event, context):\n    return debugpy.listened\n");
        try (var run = run(LocalFunctions.script(folder, "python3.13"))) {
            assertThat(run.answer("{}")).hasToString("[[\"127.0.0.1\"," + port(run) + "]]");
        }
    }

    @Test
    @Needs("python3")
    void without_debugpy_the_command_that_installs_it_is_printed() throws IOException {
        source("debugpy.py", "raise ImportError()");
        source("index.py", "def handler(event, context):\n    return 1\n");
        try (var run = run(LocalFunctions.script(folder, "python3.13"))) {
            assertThat(run.answer("{}")).hasToString("1");
            assertThat(run.line()).contains("debugpy is not installed").endsWith("-m pip install debugpy");
        }
    }

    @Test
    @Needs("python3")
    void the_real_debugpy_answers_between_calls_and_its_port_is_free_afterwards() throws IOException {
        Assumptions.assumeTrue(
                Command.run(Path.of("."), Map.of(), List.of("python3", "-c", "import debugpy"))
                        .succeeded(),
                "needs debugpy, in PYTHONPATH or installed");
        source("index.py", "def handler(event, context):\n    return 1\n");
        var path = "environment: {variables: {PYTHONPATH: '" + System.getenv().getOrDefault("PYTHONPATH", "") + "'}}";
        int port;
        try (var run = run(LocalFunctions.script(folder, "python3.13", path))) {
            assertThat(run.answer("{}")).hasToString("1");
            port = port(run);
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(60_000);
                assertThat(new String(socket.getInputStream().readNBytes(14), US_ASCII))
                        .isEqualTo("Content-Length");
            }
            assertThat(run.answer("{}")).hasToString("1");
        }
        DebugPorts.awaitFree(port);
    }

    private static <T> T after(long milliseconds, Supplier<T> then) {
        return CompletableFuture.supplyAsync(
                        then, CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS))
                .join();
    }

    /** What a debugger of Node.js does. */
    private static final class Inspector implements WebSocket.Listener {
        private final CompletableFuture<Void> enabled = new CompletableFuture<>();
        private final CompletableFuture<Void> paused = new CompletableFuture<>();
        private final StringBuilder message = new StringBuilder();
        private WebSocket socket;
        private int id;

        /** From then on the function stops at breakpoints. */
        static Inspector attach(int port) {
            var inspector = new Inspector();
            inspector.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(
                            URI.create(
                                    scripts(port).at("/0/webSocketDebuggerUrl").asText()),
                            inspector)
                    .join();
            inspector.send("Debugger.enable");
            inspector.enabled.orTimeout(60, TimeUnit.SECONDS).join();
            return inspector;
        }

        /** It listens a moment after the process is started. */
        static JsonNode scripts(int port) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .build();
            for (var tries = 0; ; tries++) {
                try {
                    return LocalFunctions.JSON.readTree(HttpClient.newBuilder()
                            .version(
                                    HttpClient.Version
                                            .HTTP_1_1) // the inspector takes an offer of another for a WebSocket
                            .build()
                            .send(request, BodyHandlers.ofString())
                            .body());
                } catch (IOException e) {
                    if (tries == 300) {
                        throw new UncheckedIOException(e);
                    }
                    after(100, () -> "another try");
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }

        void send(String method) {
            socket.sendText("{\"id\":" + ++id + ",\"method\":\"" + method + "\"}", true)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            message.append(text);
            if (last) {
                if (message.indexOf("{\"id\":1,") == 0) {
                    enabled.complete(null);
                }
                if (message.indexOf("\"Debugger.paused\"") >= 0) {
                    paused.complete(null);
                }
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
