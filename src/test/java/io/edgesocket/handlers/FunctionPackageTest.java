package io.edgesocket.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed is enough: each handler runs from the package alone, in a process that holds nothing else. */
class FunctionPackageTest {
    private static final Path LIBRARIES = Path.of("target/function/lib");
    private static final long MAX_BYTES = 15 << 20;
    private static final String EVENT = """
            {"requestContext": {"routeKey": "$default", "eventType": "MESSAGE", "connectionId": "Abc=", "stage": "dev",
             "messageDirection": "IN", "connectedAt": 1700000000000, "identity": {"sourceIp": "192.0.2.1"},
             "aFieldOfTomorrow": {}},
             "body": "{\\"to\\":\\"Xyz=\\",\\"message\\":\\"hello\\"}", "isBase64Encoded": false}
            """;

    @TempDir
    static Path task;

    @BeforeAll
    static void unpack() throws IOException {
        copy(Path.of("target/classes/io/edgesocket/handlers"), task.resolve("io/edgesocket/handlers"));
        copy(LIBRARIES, task.resolve("lib"));
    }

    @Test
    void a_session_is_answered() throws Exception {
        assertThat(response("SessionHandler")).containsEntry("statusCode", 200);
    }

    @Test
    void an_echo_is_answered() throws Exception {
        assertThat(response("EchoHandler")).containsEntry("body", "{\"to\":\"Xyz=\",\"message\":\"hello\"}");
    }

    @Test
    void a_whoami_is_answered() throws Exception {
        assertThat(response("WhoAmIHandler")).containsEntry("body", "{\"connectionId\":\"Abc=\"}");
    }

    @Test
    void the_sdk_posts_to_the_endpoint_in_the_environment_and_logs_nothing() throws Exception {
        try (var server = new ConnectionsServer(200, "")) {
            var outcome = run(
                    "SendHandler",
                    Map.of(
                            "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
                            server.endpoint().toString(),
                            "AWS_REGION",
                            "eu-west-1",
                            "AWS_ACCESS_KEY_ID",
                            "id",
                            "AWS_SECRET_ACCESS_KEY",
                            "key"));
            assertThat(outcome.err()).isEmpty();
            assertThat(server.calls()).singleElement().satisfies(call -> {
                assertThat(call.path()).isEqualTo("/dev/@connections/Xyz%3D");
                assertThat(call.body()).isEqualTo("hello");
                assertThat(call.authorization()).contains("/eu-west-1/execute-api/aws4_request");
            });
        }
    }

    @Test
    void the_package_is_small() throws IOException {
        try (var files = Files.walk(task)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MAX_BYTES);
        }
    }

    @Test
    void no_library_is_there_twice() throws IOException {
        try (var jars = Files.list(LIBRARIES)) {
            assertThat(jars.map(jar -> jar.getFileName().toString().replaceFirst("-[0-9.]+\\.jar$", "")))
                    .doesNotHaveDuplicates();
        }
    }

    private static Map<String, Object> response(String handler) throws Exception {
        var outcome = run(handler, Map.of());
        assertThat(outcome.err()).isEmpty();
        return new ObjectMapper().readValue(outcome.out(), new TypeReference<>() {});
    }

    private static LambdaProcess.Outcome run(String handler, Map<String, String> environment) throws Exception {
        return LambdaProcess.run(task, "io.edgesocket.handlers." + handler, environment, EVENT);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
