package io.edgesocket.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ForbiddenException;

class SendHandlerTest {

    @Test
    void a_message_is_posted_to_the_connection() throws IOException {
        try (var server = new ConnectionsServer(200, "")) {
            send(server, "{\"action\":\"send\",\"to\":\"Abc=\",\"message\":\"hé\"}");
            assertThat(server.calls()).singleElement().satisfies(call -> {
                assertThat(call.method()).isEqualTo("POST");
                assertThat(call.path()).isEqualTo("/dev/@connections/Abc%3D");
                assertThat(call.body()).isEqualTo("hé");
            });
        }
    }

    @Test
    void the_sender_is_told_that_it_was_sent() throws IOException {
        try (var server = new ConnectionsServer(200, "")) {
            assertThat(send(server, "{\"to\":\"Abc=\",\"message\":\"x\"}")).isEqualTo("{\"sent\":true}");
        }
    }

    @ParameterizedTest
    @CsvSource({"410, GoneException, the connection is gone", "400, BadRequestException, 'to' is not a connection's id"
    })
    void the_sender_is_told_what_is_wrong_with_the_receiver(int status, String error, String reason)
            throws IOException {
        try (var server = new ConnectionsServer(status, error)) {
            assertThat(send(server, "{\"to\":\"Abc=\",\"message\":\"x\"}")).isEqualTo(refusal(reason));
        }
    }

    @Test
    void a_missing_right_is_an_error_of_the_function() throws IOException {
        try (var server = new ConnectionsServer(403, "ForbiddenException")) {
            assertThatThrownBy(() -> send(server, "{\"to\":\"Abc=\",\"message\":\"x\"}"))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{", "{\"to\":", "\"\\ud800", "{\"to\":\"a\",,}"})
    @NullAndEmptySource
    void what_is_not_json_is_refused(String body) throws IOException {
        assertThat(refused(body)).isEqualTo(refusal("not JSON"));
    }

    @Test
    void what_is_nested_too_deep_is_refused() throws IOException {
        assertThat(refused("[".repeat(100_000))).isEqualTo(refusal("not JSON"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|to",
                "[]|to",
                "7|to",
                "null|to",
                "{\"to\":null}|to",
                "{\"to\":7,\"message\":\"x\"}|to",
                "{\"to\":\"\",\"message\":\"x\"}|to",
                "{\"to\":\"a\"}|message",
                "{\"to\":\"a\",\"message\":{}}|message"
            })
    void a_missing_field_is_named(String body, String field) throws IOException {
        assertThat(refused(body)).isEqualTo(refusal("'" + field + "' is missing; a text is needed there"));
    }

    private static String refused(String body) throws IOException {
        try (var server = new ConnectionsServer(200, "")) {
            var reply = send(server, body);
            assertThat(server.calls()).isEmpty();
            return reply;
        }
    }

    private static String refusal(String reason) {
        return "{\"sent\":false,\"reason\":\"" + reason + "\"}";
    }

    private static String send(ConnectionsServer server, String body) {
        try (var client = ApiGatewayManagementApiClient.builder()
                .endpointOverride(server.endpoint())
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .build()) {
            return new SendHandler(client)
                    .handleRequest(Events.message("Xyz=", body), mock(Context.class))
                    .getBody();
        }
    }
}
