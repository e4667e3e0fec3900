package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.journal.Refusal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @connections}. */
class ManagementTest {
    static final String SIGNED = "AWS4-HMAC-SHA256 Credential=local/20260301/eu-west-1/execute-api/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=00";
    private final FakeFunction whoAmI = FakeFunction.returning(
            "whoami",
            event -> FakeFunction.body(
                    event.path("requestContext").path("connectionId").asText()));
    private final HandMadeStack stack = new HandMadeStack().replying("$default", whoAmI);

    private static HttpResponse<String> call(TestGateway gateway, String method, String id, String body) {
        return gateway.http(method, "/live/@connections/" + id, body, "Authorization", SIGNED);
    }

    private static String id(TestClient client) {
        return client.send("who am I?").next();
    }

    @Test
    void POST_sends_the_body_to_the_client() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var answer = call(gateway, "POST", id(client), "\u00fcber @connections");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(client.next()).isEqualTo("\u00fcber @connections");
        }
    }

    @Test
    void POST_takes_the_path_percent_encoded_as_the_SDKs_send_it() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var path = "/live/%40connections/" + id(client).replace("=", "%3D");
            gateway.http("POST", path, "hi", "Authorization", SIGNED);
            assertThat(client.next()).isEqualTo("hi");
        }
    }

    @Test
    void POST_sends_up_to_128_KB() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var most = "x".repeat(128 * 1024);
            assertThat(call(gateway, "POST", id(client), most).statusCode()).isEqualTo(200);
            assertThat(client.next()).isEqualTo(most);
        }
    }

    @Test
    void POST_of_more_than_128_KB_is_a_413() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var answer = call(gateway, "POST", id(client), "x".repeat(128 * 1024 + 1));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("PayloadTooLargeException");
        }
    }

    @Test
    void POST_of_bytes_that_are_no_text_is_a_400_and_the_client_stays_connected() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var path = "/live/@connections/" + id(client);
            var answer = gateway.http("POST", path, new byte[] {(byte) 0xff, (byte) 0xd8}, "Authorization", SIGNED);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(gateway.refusals())
                    .singleElement()
                    .extracting(Refusal::line)
                    .isEqualTo(
                            "400: the body is no UTF-8 — " + "send text, Base64 for bytes: a client gets text frames");
            gateway.http("POST", path, "/9g=", "Authorization", SIGNED);
            assertThat(client.next()).isEqualTo("/9g=");
        }
    }

    @Test
    void GET_tells_since_when_and_from_where_the_client_is_connected() {
        try (var gateway = stack.start();
                var client = gateway.connect("User-Agent", "tester")) {
            gateway.clock().turn(Duration.ofSeconds(30));
            assertThat(call(gateway, "GET", id(client), "").body())
                    .isEqualTo("{\"connectedAt\":\"2026-03-01T12:00:00Z\","
                            + "\"identity\":{\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"tester\"},"
                            + "\"lastActiveAt\":\"2026-03-01T12:00:30Z\"}");
        }
    }

    @Test
    void DELETE_closes_the_connection() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(call(gateway, "DELETE", id(client), "").statusCode()).isEqualTo(204);
            assertThat(client.closeCode()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST", "GET", "DELETE"})
    void a_connection_that_is_not_there_is_Gone(String method) {
        try (var gateway = stack.start()) {
            var answer = call(gateway, method, "L0SM9cOFvHcCIhw=", "");
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("GoneException");
        }
    }

    @Test
    void a_client_that_has_left_is_Gone() {
        var left = new CompletableFuture<JsonNode>();
        stack.to("$disconnect", FakeFunction.returning("bye", event -> {
            left.complete(event);
            return "{}";
        }));
        try (var gateway = stack.start()) {
            var client = gateway.connect();
            var id = id(client);
            client.close(1000, "");
            left.orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(call(gateway, "POST", id, "x").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void POST_inside_connect_is_Gone_as_the_client_is_not_there_yet() {
        var gateway = new TestGateway[1];
        var status = new int[1];
        var connect = FakeFunction.returning("connect", event -> {
            var id = event.path("requestContext").path("connectionId").asText();
            status[0] = call(gateway[0], "POST", id, "welcome").statusCode();
            return "{\"statusCode\":200}";
        });
        try (var started = new HandMadeStack().to("$connect", connect).start()) {
            gateway[0] = started;
            started.connect().close();
        }
        assertThat(status[0]).isEqualTo(410);
    }

    @Test
    void a_call_that_is_not_signed_is_refused() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var answer = gateway.http("POST", "/live/@connections/" + id(client), "x");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        }
    }

    @Test
    void a_call_that_is_signed_for_another_service_is_refused() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var answer = gateway.http(
                    "POST",
                    "/live/@connections/" + id(client),
                    "x",
                    "Authorization",
                    SIGNED.replace("execute-api", "lambda"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Credential should be scoped to correct service: 'execute-api'");
        }
    }

    @Test
    void a_call_without_the_stage_is_told_where_one_would_be() {
        try (var gateway = stack.start()) {
            assertThat(gateway.http("POST", "/@connections/abc=", "x", "Authorization", SIGNED)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.because())
                            .isEqualTo("/@connections/abc= begins with no stage; on this port paths begin with /live"));
        }
    }
}
