package io.edgesocket.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page, or a test of one's own, has a local run do. */
class ControlTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConsoleServer server = ConsoleServer.open(0, new History());
    private final URI address = URI.create(server.address());

    ControlTest() throws IOException {}

    @AfterEach
    void end() {
        server.close();
    }

    /** Takes each command but one. */
    private record Echo() implements Control {
        @Override
        public JsonNode state() {
            return JSON.createObjectNode().put("state", "fine");
        }

        @Override
        public JsonNode stack() {
            return JSON.createObjectNode().put("stack", "dev");
        }

        @Override
        public JsonNode take(JsonNode command) {
            if (command.path("do").asText().equals("wrong")) {
                throw new RefusedCommandException("there is no such thing");
            }
            return command;
        }
    }

    @Test
    void it_tells_what_there_is() throws Exception {
        server.control(new Echo());
        assertThat(send(request(token())).body()).isEqualTo("{\"state\":\"fine\"}");
    }

    @Test
    void it_tells_the_stack_to_those_with_the_token_alone() throws Exception {
        server.control(new Echo());
        assertThat(send(request("/stack", token())).body()).isEqualTo("{\"stack\":\"dev\"}");
        var refused = send(request("/stack", "wrong"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).doesNotContain("dev");
    }

    @Test
    void the_stack_is_read_and_not_written() throws Exception {
        server.control(new Echo());
        var answer = send(request("/stack", token()).POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void a_recorded_file_has_no_stack() throws Exception {
        assertThat(send(request("/stack", token())).statusCode()).isEqualTo(404);
    }

    @Test
    void a_command_is_done_and_answered() throws Exception {
        server.control(new Echo());
        var answer = send(request(token()).POST(BodyPublishers.ofString("{\"do\":\"it\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"do\":\"it\"}");
    }

    @Test
    void a_command_that_can_not_be_done_is_told() throws Exception {
        server.control(new Echo());
        var answer = send(request(token()).POST(BodyPublishers.ofString("{\"do\":\"wrong\"}")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("there is no such thing\n");
    }

    @Test
    void what_is_no_json_is_told() throws Exception {
        server.control(new Echo());
        var answer = send(request(token()).POST(BodyPublishers.ofString("do it")));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void nothing_is_done_without_the_token() throws Exception {
        server.control(new Echo());
        var answer = send(request("wrong").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void nothing_is_done_for_another_page() throws Exception {
        server.control(new Echo());
        var answer =
                send(request(token()).header("Origin", "http://localhost:3000").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_command_that_is_too_long_is_not_read() throws Exception {
        server.control(new Echo());
        var answer = send(request(token()).POST(BodyPublishers.ofString("x".repeat(1024 * 1024 + 1))));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_recorded_file_can_do_nothing() throws Exception {
        var answer = send(request(token()).POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private String token() {
        return address.getFragment();
    }

    private HttpRequest.Builder request(String token) {
        return request("/control", token);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://" + address.getAuthority() + path))
                .header("X-Console-Token", token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
