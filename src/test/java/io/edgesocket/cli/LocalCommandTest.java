package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./edgesocket local} from start to Ctrl-C, as a person meets it. */
@ExtendWith(BuiltProject.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalCommandTest {
    private Project project;

    @BeforeAll
    void a_built_project(Project built, @TempDir Path folder) {
        project = built.copyTo(folder);
    }

    @Test
    void it_says_what_is_played_and_what_is_not() throws Exception {
        try (var local = new Local(project)) {
            assertThat(local.greeting).anyMatch(line -> line.startsWith("CloudFront     ws://127.0.0.1:"))
                    .anyMatch(line -> line.startsWith("API Gateway    ws://127.0.0.1:"))
                    .anyMatch(line -> line.startsWith("function       chat-echo-function, java21"))
                    .anyMatch(line -> line.startsWith("not played     iam Role: "));
        }
    }

    @Test
    void the_readme_shows_what_it_prints() throws Exception {
        try (var local = new Local(project)) {
            var printed = String.join("\n", local.greeting)
                    .replace(":" + local.edge().getPort(), ":8080")
                    .replaceAll("(API Gateway +ws|@connections +http)://127.0.0.1:\\d+", "$1://127.0.0.1:8081")
                    .replaceAll("on Java \\d+", "on Java 17");
            assertThat(Files.readString(Path.of("README.md"))).contains(printed);
        }
    }

    @Test
    void a_message_goes_through_all_of_it() throws Exception {
        try (var local = new Local(project)) {
            var client = new Client();
            client.connect(local.edge()).sendText("hello", true);
            assertThat(client.message.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
        }
    }

    @Test
    void the_end_closes_connections_as_going_away() throws Exception {
        try (var local = new Local(project)) {
            var client = new Client();
            client.connect(local.edge());
            local.process.destroy(); // what Ctrl-C does
            assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
        }
    }

    @Test
    void the_end_leaves_nothing_running() throws Exception {
        try (var local = new Local(project)) {
            var started = local.process.descendants().toList();
            local.process.destroy();
            assertThat(local.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(started).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void a_taken_port_is_told_with_who_took_it() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var outcome = project.run("./edgesocket", "local", "--stack", "dev", "--port", "" + taken.getLocalPort(),
                    "--api-port", "0");
            assertThat(outcome.err()).contains("can't listen on port " + taken.getLocalPort(), "--port or --api-port");
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    /** A local run on free ports, ended with the test. */
    private static final class Local implements AutoCloseable {
        private final Process process;
        private final List<String> greeting = new ArrayList<>();

        Local(Project project) throws IOException {
            process = new ProcessBuilder("./edgesocket", "local", "--stack", "dev", "--quiet", "--port", "0", "--api-port", "0")
                    .directory(project.folder().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                greeting.add(line);
                if (line.startsWith("Try it: ")) {
                    return;
                }
            }
            throw new AssertionError("it ended: " + greeting);
        }

        URI edge() {
            return greeting.stream().map(Pattern.compile("^CloudFront +(ws://\\S+)")::matcher)
                    .filter(java.util.regex.Matcher::find).map(found -> URI.create(found.group(1)))
                    .findFirst().orElseThrow();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static final class Client implements WebSocket.Listener {
        private final CompletableFuture<String> message = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        WebSocket connect(URI address) throws Exception {
            return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).get(20, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            message.complete(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
