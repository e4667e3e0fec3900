package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A stage's throttling, on a clock that stands still. */
class ThrottlingTest {

    private static HandMadeStack stack() {
        return new HandMadeStack()
                .to("$connect", FakeFunction.ok("connect"))
                .replying("$default", FakeFunction.echo("echo"));
    }

    private static HandMadeStack throttled(int rate, int burst) {
        return stack().stage(stage -> stage.putObject("defaultRouteSettings")
                .put("throttlingRateLimit", rate)
                .put("throttlingBurstLimit", burst));
    }

    @Test
    void a_handshake_over_the_burst_is_a_429() {
        try (var gateway = throttled(1, 1).start();
                var first = gateway.connect()) {
            var refusal = gateway.refusal("/live");
            assertThat(refusal.statusCode()).isEqualTo(429);
            assertThat(refusal.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        }
    }

    @Test
    void a_message_over_the_burst_is_told_so_and_the_connection_stays_open() {
        try (var gateway = throttled(1, 2).start();
                var client = gateway.connect()) {
            assertThat(client.send("1").next()).isEqualTo("1");
            assertThat(client.send("2").next()).isEqualTo("2");
            assertThat(client.send("3").next()).startsWith("{\"message\":\"Too Many Requests\",\"connectionId\":");
        }
    }

    @Test
    void after_a_second_as_many_as_the_rate_go_through_again() {
        try (var gateway = throttled(1, 1).start();
                var client = gateway.connect()) {
            client.send("1").next();
            gateway.clock().turn(Duration.ofSeconds(1));
            assertThat(client.send("2").next()).isEqualTo("2");
            assertThat(client.send("3").next()).contains("Too Many Requests");
        }
    }

    @Test
    void a_clock_that_is_set_back_keeps_nobody_out_for_longer() {
        try (var gateway = throttled(1, 1).start();
                var client = gateway.connect()) {
            client.send("1").next();
            gateway.clock().turn(Duration.ofHours(-1));
            assertThat(client.send("2").next()).contains("Too Many Requests");
            gateway.clock().turn(Duration.ofSeconds(1));
            assertThat(client.send("3").next()).isEqualTo("3");
        }
    }

    @Test
    void a_route_s_own_settings_stand_instead_of_the_stage_s() {
        var stack = throttled(1, 1)
                .replying("more", FakeFunction.echo("more"))
                .stage(stage -> stage.putArray("routeSettings")
                        .addObject()
                        .put("routeKey", "more")
                        .put("throttlingRateLimit", 1)
                        .put("throttlingBurstLimit", 2));
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            var more = "{\"action\":\"more\"}";
            assertThat(client.send(more).next()).isEqualTo(more);
            assertThat(client.send(more).next()).isEqualTo(more);
            assertThat(client.send(more).next()).contains("Too Many Requests");
        }
    }

    @Test
    void a_limit_of_zero_lets_nothing_through() {
        try (var gateway = throttled(0, 0).start()) {
            assertThat(gateway.refusal("/live").statusCode()).isEqualTo(429);
        }
    }
}
