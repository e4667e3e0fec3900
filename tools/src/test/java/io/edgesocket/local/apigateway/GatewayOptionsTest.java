package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.lambda.pool.Invocation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a developer may want otherwise than AWS has it. */
class GatewayOptionsTest {
    private static final GatewayOptions IN_ORDER =
            new GatewayOptions(true, GatewayOptions.AWS.idleTimeout(), GatewayOptions.AWS.maxDuration());

    private final CompletableFuture<Invocation> slow = new CompletableFuture<>();
    private final FakeFunction function = FakeFunction.asking(
            "function",
            event -> event.path("body").asText().equals("slow")
                    ? slow
                    : FakeFunction.answered(FakeFunction.body("fast")));

    private void endSlow() {
        slow.complete(FakeFunction.answered(FakeFunction.body("slow")).join());
    }

    @Test
    void messages_of_a_connection_run_side_by_side_so_a_fast_answer_overtakes() {
        try (var gateway = new HandMadeStack().replying("$default", function).start();
                var client = gateway.connect()) {
            client.send("slow").send("fast");
            assertThat(client.next()).isEqualTo("fast");
            endSlow();
            assertThat(client.next()).isEqualTo("slow");
        }
    }

    @Test
    void in_order_the_next_message_waits_for_the_answer_before() {
        try (var gateway = new HandMadeStack().replying("$default", function).start(IN_ORDER);
                var client = gateway.connect()) {
            client.send("slow").send("fast");
            endSlow();
            assertThat(client.next() + ", " + client.next()).isEqualTo("slow, fast");
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 7200", "600, 5"})
    void connections_end_sooner_if_they_are_to(int idleSeconds, int maxSeconds) {
        var options = new GatewayOptions(false, Duration.ofSeconds(idleSeconds), Duration.ofSeconds(maxSeconds));
        try (var gateway = new HandMadeStack().start(options);
                var client = gateway.connect()) {
            client.send("x").next();
            gateway.clock().turn(Duration.ofSeconds(5));
            gateway.gateway().check();
            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }
}
