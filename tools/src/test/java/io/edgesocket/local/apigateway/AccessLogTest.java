package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.journal.Step;
import org.junit.jupiter.api.Test;

/** Lines in the format that is registered for the stage. */
class AccessLogTest {

    private static HandMadeStack logging(String format) {
        return new HandMadeStack()
                .replying("$default", FakeFunction.echo("echo"))
                .stage(stage -> stage.putObject("accessLogSettings").put("format", format));
    }

    @Test
    void each_handshake_and_message_is_a_line() {
        var format = "{\"route\":\"$context.routeKey\",\"type\":\"$context.eventType\",\"status\":$context.status,"
                + "\"ip\":\"$context.identity.sourceIp\"}";
        try (var gateway = logging(format).start();
                var client = gateway.connect()) {
            client.send("x").next();
            assertThat(gateway.texts(Step.ACCESS_LOG))
                    .containsExactly(
                            "{\"route\":\"$connect\",\"type\":\"CONNECT\",\"status\":200,\"ip\":\"127.0.0.1\"}",
                            "{\"route\":\"$default\",\"type\":\"MESSAGE\",\"status\":200,\"ip\":\"127.0.0.1\"}");
        }
    }

    @Test
    void what_has_no_value_is_a_dash() {
        try (var gateway = logging("$context.requestId $context.messageId $context.no.such")
                        .start();
                var client = gateway.connect()) {
            assertThat(gateway.texts(Step.ACCESS_LOG))
                    .singleElement()
                    .asString()
                    .matches("\\S+= - -");
        }
    }

    @Test
    void a_message_whose_reply_is_too_long_is_one_line() {
        var stack = logging("$context.routeKey $context.status $context.error.message")
                .replying("long", FakeFunction.returning("long", FakeFunction.body("x".repeat(128 * 1024 + 1))));
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            client.send("{\"action\":\"long\"}").next();
            assertThat(gateway.texts(Step.ACCESS_LOG))
                    .filteredOn(line -> line.startsWith("long"))
                    .containsExactly("long 413 Message too long");
        }
    }

    @Test
    void a_refusal_is_a_line_with_what_the_client_was_told() {
        var stack = logging("$context.status $context.error.message")
                .to("$connect", FakeFunction.failing("connect", "boom"));
        try (var gateway = stack.start()) {
            gateway.refusal("/live");
            assertThat(gateway.texts(Step.ACCESS_LOG)).containsExactly("502 Internal server error");
        }
    }
}
