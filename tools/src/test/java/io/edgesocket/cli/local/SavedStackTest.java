package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.workspace.BuiltProject;
import io.edgesocket.workspace.Needs;
import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program, the stack's file and edge code, saved while {@code ./edgesocket local} plays them. */
@ExtendWith(BuiltProject.class)
class SavedStackTest {
    private static final String APP = "src/main/java/io/edgesocket/App.java";
    private static final String ECHO = "src/main/java/io/edgesocket/handlers/EchoHandler.java";
    private static final String PING = ".route(\"ping\", Route.mock(\"{\\\"pong\\\":true}\"))";
    private static final String DEV = "Pulumi.dev.yaml";
    private static final String LAST = "Until then, the stack stays as it was.";

    private final TextClient client = new TextClient();
    private Project project;

    @BeforeEach
    void a_built_project(Project built, @TempDir Path folder) {
        project = built.copyTo(folder);
    }

    private void edit(String file, String text, String replacement) {
        var before = project.read(file);
        assertThat(before).contains(text);
        project.write(file, before.replace(text, replacement));
    }

    @Test
    void a_new_route_is_used_on_a_connection_that_was_open_before() throws Exception {
        try (var local = new StartedLocal(project)) {
            var socket = client.connect(local.edge());
            edit(APP, PING, PING + ".route(\"news\", Route.mock(\"{\\\"new\\\":true}\"))");

            assertThat(local.awaitLine("Taken up: "))
                    .startsWith("Taken up: added chat-news, chat-news-integration, chat-news-integration-response,")
                    .contains("; changed chat-deployment");
            socket.sendText("{\"action\":\"news\"}", true);
            assertThat(client.next()).isEqualTo("{\"new\":true}");
        }
    }

    @Test
    void a_reload_is_an_event_and_the_console_shows_what_became_different() throws Exception {
        try (var local = new StartedLocal(project, "dev", "--trace", "json", "--console", "--console-port", "0")) {
            edit(APP, PING, "");

            assertThat(awaitEvent(local, "RELOAD")).contains("\"subject\":\"dev\"", "\"removed\":\"chat-ping,");
            assertThat(stack(local).path("change").path("difference").asText())
                    .contains("- chat-ping  apigatewayv2 Route", "~ chat-deployment  apigatewayv2 Deployment");
        }
    }

    private static String awaitEvent(StartedLocal local, String step) throws IOException {
        for (var line = local.out().readLine(); line != null; line = local.out().readLine()) {
            if (line.contains("\"step\":\"" + step + '"')) {
                return line;
            }
        }
        throw new AssertionError("it ended without " + step);
    }

    /** What the console's page is told. */
    private static JsonNode stack(StartedLocal local) throws Exception {
        var address = Pattern.compile("http://\\S+#\\S+").matcher(local.err());
        assertThat(address.find()).isTrue();
        var console = URI.create(address.group());
        var request = HttpRequest.newBuilder(console.resolve("/stack"))
                .header("X-Console-Token", console.getFragment())
                .build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    @Test
    void a_route_that_is_gone_leads_to_the_default_route() throws Exception {
        try (var local = new StartedLocal(project)) {
            var socket = client.connect(local.edge());
            edit(APP, PING, "");

            local.awaitLine("Taken up: ");
            socket.sendText("{\"action\":\"ping\"}", true);
            assertThat(client.next()).isEqualTo("{\"action\":\"ping\"}");
        }
    }

    @Test
    void a_program_that_fails_is_told_in_a_line_and_the_stack_goes_on_as_it_was() throws Exception {
        try (var local = new StartedLocal(project)) {
            var socket = client.connect(local.edge());
            edit(APP, ".route(\"ping\"", ".route(\"$ping\"");

            assertThat(local.awaitLine("error: ")).contains("App.java:", "$ping");
            assertThat(local.awaitLine("Until")).isEqualTo(LAST);
            socket.sendText("{\"action\":\"ping\"}", true);
            assertThat(client.next()).isEqualTo("{\"pong\":true}");

            edit(APP, ".route(\"$ping\"", ".route(\"ping\"");
            assertThat(local.awaitLine("It is right")).isEqualTo("It is right again, and the same as before.");
        }
    }

    @Test
    void a_function_has_the_environment_of_the_saved_stack_file_on_the_same_connection() throws Exception {
        edit(ECHO, "event.getBody()", "String.valueOf(System.getenv(\"GREETING\"))");
        try (var local = new StartedLocal(project)) {
            var socket = client.connect(local.edge());
            socket.sendText("before", true);
            assertThat(client.next()).isEqualTo("null");
            edit(
                    DEV,
                    "  edgesocket:cdn:\n",
                    "  edgesocket:functions: {environment: {GREETING: good day}}\n  edgesocket:cdn:\n");

            assertThat(local.awaitLine("Taken up: ")).contains("changed chat-echo-function, ");
            socket.sendText("after", true);
            assertThat(client.next()).isEqualTo("good day");
        }
    }

    @Test
    void a_stack_file_with_mistakes_is_told_in_a_line_each() throws Exception {
        try (var local = new StartedLocal(project)) {
            edit(DEV, "  edgesocket:cdn:\n", "  edgesocket:functoins: {}\n  edgesocket:cdn:\n");
            assertThat(local.awaitLine("error: ")).contains("edgesocket:functoins");
            assertThat(local.awaitLine("")).isEqualTo(LAST);

            project.write(DEV, "config: [\n");
            assertThat(local.awaitLine("error: ")).contains(DEV);
            assertThat(local.awaitLine("")).isEqualTo(LAST);
        }
    }

    @Test
    void another_stage_asks_for_a_new_start() throws Exception {
        try (var local = new StartedLocal(project)) {
            var socket = client.connect(local.edge());
            edit(DEV, "    name: live\n", "    name: other\n");

            assertThat(local.awaitLine("error: "))
                    .startsWith("error: the stages are now other of chat (")
                    .contains("), and were live of chat (")
                    .endsWith("): start again to play them");
            socket.sendText("hello", true);
            assertThat(client.next()).isEqualTo("hello");
        }
    }

    @Test
    @Needs("node")
    void edge_code_that_is_saved_sees_the_next_handshake_and_the_former_ends() throws Exception {
        project.write("pass.js", "function handler(event) { return event.request; }");
        edit(DEV, "  edgesocket:cdn:\n", "  edgesocket:edge: {viewerRequest: {code: pass.js}}\n  edgesocket:cdn:\n");
        try (var local = new StartedLocal(project)) {
            var socket = client.connect(local.edge());
            var former = local.process().descendants().toList();
            project.write("pass.js", "function handler(event) { return {statusCode: 451}; }");

            assertThat(local.awaitLine("Taken up: ")).isEqualTo("Taken up: changed cdn-viewer-request");
            assertThatException()
                    .isThrownBy(() -> new TextClient().connect(local.edge()))
                    .havingRootCause()
                    .withMessageContaining("451");
            socket.sendText("hello", true);
            assertThat(client.next()).isEqualTo("hello");
            assertThat(former)
                    .isNotEmpty()
                    .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(20, TimeUnit.SECONDS));
        }
    }
}
