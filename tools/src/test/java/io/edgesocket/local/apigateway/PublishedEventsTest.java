package io.edgesocket.local.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events have the same fields as events of AWS that people have published, in the same order, with the same types, and
 * the same headers. Their values are replaced.
 */
class PublishedEventsTest {
    private static final int NO_CODE = 1005;

    private static Stream<Arguments> published() throws IOException {
        try (var file = PublishedEventsTest.class.getResourceAsStream("/events/published.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .map(each -> Arguments.of(each.path("from").asText(), each.path("event")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void an_event_is_like_one_of_aws(String from, JsonNode event) {
        assertThat(shape(played(event)).toPrettyString()).isEqualTo(shape(event).toPrettyString());
    }

    private static JsonNode played(JsonNode event) {
        var function = FakeFunction.echo("function");
        try (var gateway = new HandMadeStack()
                        .to("$connect", function)
                        .to("$disconnect", function)
                        .replying("$default", function)
                        .start();
                var client = RawClient.open(gateway)) {
            assertThat(client.request(handshake(event))).startsWith("HTTP/1.1 101");
            client.sendText("hello").next();
            client.send(RawClient.frame(RawClient.FIN | RawClient.CLOSE, status(event.path("requestContext"))))
                    .next();
        }
        return function.events().stream()
                .filter(each -> type(each).equals(type(event)))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] status(JsonNode context) {
        var code = context.path("disconnectStatusCode").asInt(NO_CODE);
        var reason = context.path("disconnectReason").asText().getBytes(UTF_8);
        return code == NO_CODE
                ? new byte[0]
                : ByteBuffer.allocate(2 + reason.length)
                        .putShort((short) code)
                        .put(reason)
                        .array();
    }

    private static String type(JsonNode event) {
        return event.at("/requestContext/eventType").asText();
    }

    /** What API Gateway adds, the client doesn't send. */
    private static String handshake(JsonNode event) {
        var agent = event.at("/requestContext/identity/userAgent");
        var headers = event.path("headers").properties().stream()
                .filter(header -> type(event).equals("CONNECT"))
                .filter(header -> !header.getKey().startsWith("X-"))
                .map(header -> header.getKey() + ": " + header.getValue().asText() + "\n")
                .collect(Collectors.joining());
        var needed = headers.isEmpty()
                ? RawClient.HANDSHAKE + (agent.isTextual() ? "User-Agent: " + agent.asText() + "\n" : "")
                : "GET /live HTTP/1.1\nUpgrade: websocket\nConnection: Upgrade\n" + headers;
        return needed.replaceFirst("Host: .*\n", "Host: localhost\n");
    }

    /** A value's type in its place. An empty text stays, as it says something. */
    private static JsonNode shape(JsonNode value) {
        if (value instanceof ObjectNode object) {
            var shape = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> shape.set(field.getKey(), shape(field.getValue())));
            return shape;
        }
        if (value.isArray()) {
            var shape = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> shape.add(shape(element)));
            return shape;
        }
        var text = value.isTextual() && !value.asText().isEmpty();
        return JsonNodeFactory.instance.textNode(
                text ? "text" : value.isTextual() ? "" : value.getNodeType().name());
    }
}
