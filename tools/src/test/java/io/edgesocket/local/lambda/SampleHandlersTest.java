package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The functions of the dev stack, from the archive that the program registers. */
class SampleHandlersTest {
    private static final String CODE = "code: {$archive: {"
            + "io/edgesocket/handlers: {$archive: target/classes/io/edgesocket/handlers}, "
            + "lib: {$archive: target/function/lib}}}";
    private static final String EVENT = """
            {"requestContext": {"routeKey": "$default", "eventType": "%s", "connectionId": "Abc=", "stage": "dev",
             "connectedAt": 1700000000000, "identity": {"sourceIp": "192.0.2.1"}},
             "body": "{\\"to\\":\\"Xyz=\\",\\"message\\":\\"hello\\"}", "isBase64Encoded": false}
            """;

    private static LocalFunctions run(String handler, String... more) {
        return LocalFunctions.of(
                Path.of(""),
                LocalFunctions.function(
                        "runtime: java21",
                        "handler: io.edgesocket.handlers." + handler,
                        CODE,
                        String.join(", ", more)));
    }

    @Test
    void an_echo_is_answered() {
        try (var run = run("EchoHandler")) {
            assertThat(run.answer(EVENT.formatted("MESSAGE")).path("body").asText())
                    .isEqualTo("{\"to\":\"Xyz=\",\"message\":\"hello\"}");
        }
    }

    @Test
    void a_session_is_answered_and_logged() {
        try (var run = run("SessionHandler")) {
            assertThat(run.answer(EVENT.formatted("CONNECT")).path("statusCode").asInt())
                    .isEqualTo(200);
            assertThat(run.line()).isEqualTo("chat: CONNECT Abc=");
        }
    }

    @Test
    void the_sdk_posts_to_the_endpoint_in_the_function_s_own_environment() throws IOException {
        var posts = new CopyOnWriteArrayList<List<String>>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            posts.add(List.of(
                    exchange.getRequestURI().getRawPath(),
                    body,
                    exchange.getRequestHeaders().getFirst("Authorization").replaceFirst(",.*", "")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var endpoint = "http://localhost:" + server.getAddress().getPort() + "/dev";
        try (var run = run(
                "SendHandler",
                "timeout: 60", // a busy machine may take long to load the SDK
                "environment: {variables: {AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: '" + endpoint + "'}}")) {
            assertThat(run.answer(EVENT.formatted("MESSAGE")).path("body").asText())
                    .isEqualTo("{\"sent\":true}");
            assertThat(posts).singleElement().satisfies(post -> {
                assertThat(post.get(0)).isEqualTo("/dev/@connections/Xyz%3D");
                assertThat(post.get(1)).isEqualTo("hello");
                assertThat(post.get(2)).contains("/us-east-1/execute-api/aws4_request");
            });
        } finally {
            server.stop(0);
        }
    }
}
