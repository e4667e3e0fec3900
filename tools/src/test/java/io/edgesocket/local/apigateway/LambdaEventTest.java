package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions get. */
class LambdaEventTest {

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode connect(String pathAndQuery, String... headers) {
        var connect = FakeFunction.ok("connect");
        try (var gateway = new HandMadeStack().to("$connect", connect).start();
                var client = gateway.connectTo(pathAndQuery, headers)) {
            return connect.event();
        }
    }

    private static JsonNode message(String text) {
        var function = FakeFunction.echo("echo");
        try (var gateway = new HandMadeStack().replying("$default", function).start();
                var client = gateway.connect("User-Agent", "tester")) {
            client.send(text).next();
            return function.event();
        }
    }

    @Test
    void CONNECT_says_what_is_known_of_the_connection() {
        var context = connect("/live", "User-Agent", "tester").path("requestContext");
        assertThat(names(context))
                .containsExactlyInAnyOrder(
                        "routeKey",
                        "eventType",
                        "extendedRequestId",
                        "requestTime",
                        "messageDirection",
                        "stage",
                        "connectedAt",
                        "requestTimeEpoch",
                        "identity",
                        "requestId",
                        "domainName",
                        "connectionId",
                        "apiId");
        assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
        assertThat(context.path("eventType").asText()).isEqualTo("CONNECT");
        assertThat(context.path("messageDirection").asText()).isEqualTo("IN");
        assertThat(context.path("stage").asText()).isEqualTo("live");
        assertThat(context.path("requestTime").asText()).isEqualTo("01/Mar/2026:12:00:00 +0000");
        assertThat(context.path("requestTimeEpoch").asLong()).isEqualTo(1772366400000L);
        assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.path("identity").path("userAgent").asText()).isEqualTo("tester");
        assertThat(context.path("domainName").asText()).isEqualTo("api1.execute-api.eu-west-1.amazonaws.com");
    }

    @Test
    void CONNECT_has_the_client_s_headers_and_those_that_API_Gateway_adds() {
        var event = connect("/live", "X-Room", "blue");
        assertThat(event.path("headers").path("X-Room").asText()).isEqualTo("blue");
        assertThat(names(event.path("headers")))
                .contains(
                        "Host",
                        "Sec-WebSocket-Key",
                        "Sec-WebSocket-Version",
                        "X-Amzn-Trace-Id",
                        "X-Forwarded-For",
                        "X-Forwarded-Port",
                        "X-Forwarded-Proto");
        assertThat(event.path("multiValueHeaders")
                        .path("X-Forwarded-Port")
                        .path(0)
                        .asText())
                .isEqualTo("443");
    }

    @Test
    void CONNECT_has_no_body_and_is_not_base64_encoded() {
        var event = connect("/live");
        assertThat(event.has("body")).isFalse();
        assertThat(event.path("isBase64Encoded").isBoolean()).isTrue();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }

    @Test
    void CONNECT_has_query_parameters_only_if_there_are_any() {
        assertThat(names(connect("/live"))).doesNotContain("queryStringParameters", "multiValueQueryStringParameters");
    }

    @Test
    void CONNECT_has_the_last_value_of_a_query_parameter_and_all_of_them() {
        var event = connect("/live?token=a%20b&token=c+d&flag");
        assertThat(event.path("queryStringParameters").path("token").asText()).isEqualTo("c d");
        assertThat(event.path("queryStringParameters").path("flag").asText()).isEmpty();
        assertThat(event.path("multiValueQueryStringParameters").path("token").toString())
                .isEqualTo("[\"a b\",\"c d\"]");
    }

    @Test
    void MESSAGE_has_a_message_id_and_the_body_and_no_headers() {
        var event = message("h\u00e4llo \"\u4e16\u754c\"\n\ud83d\ude00");
        assertThat(names(event)).containsExactlyInAnyOrder("requestContext", "body", "isBase64Encoded");
        assertThat(event.path("body").asText()).isEqualTo("h\u00e4llo \"\u4e16\u754c\"\n\ud83d\ude00");
        assertThat(event.path("requestContext").path("eventType").asText()).isEqualTo("MESSAGE");
        assertThat(event.path("requestContext").path("messageId").asText()).isNotEmpty();
    }

    @Test
    void DISCONNECT_has_the_client_s_close_code_and_reason() {
        var bye = FakeFunction.ok("bye");
        try (var gateway = new HandMadeStack().to("$disconnect", bye).start()) {
            gateway.connect().close(3001, "done");
        }
        assertThat(bye.context().path("eventType").asText()).isEqualTo("DISCONNECT");
        assertThat(bye.context().path("disconnectStatusCode").asInt()).isEqualTo(3001);
        assertThat(bye.context().path("disconnectReason").asText()).isEqualTo("done");
    }

    @Test
    void all_events_of_a_connection_have_its_id() {
        var all = FakeFunction.echo("all");
        try (var gateway = new HandMadeStack()
                        .to("$connect", all)
                        .replying("$default", all)
                        .start();
                var client = gateway.connect()) {
            client.send("x").next();
        }
        assertThat(all.events().stream()
                        .map(event -> event.path("requestContext")
                                .path("connectionId")
                                .asText()))
                .hasSize(2)
                .doesNotContain("")
                .containsOnly(all.context().path("connectionId").asText());
    }

    @Test
    void stage_variables_are_passed_on_if_the_stage_has_any() {
        var connect = FakeFunction.ok("connect");
        try (var gateway = new HandMadeStack()
                .to("$connect", connect)
                .stage(stage -> stage.putObject("stageVariables").put("table", "rooms"))
                .start()) {
            gateway.connect().close();
        }
        assertThat(connect.event().path("stageVariables").path("table").asText())
                .isEqualTo("rooms");
    }
}
