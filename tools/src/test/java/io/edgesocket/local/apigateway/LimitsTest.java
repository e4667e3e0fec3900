package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What ends a connection, and with which code. */
class LimitsTest {
    private final HandMadeStack stack = new HandMadeStack().replying("$default", FakeFunction.echo("echo"));

    @Test
    void a_binary_frame_closes_with_1003() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            assertThat(client.sendBinary((byte) 1).closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void a_frame_of_32_KB_is_taken() {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            var most = "x".repeat(32 * 1024);
            client.sendText(most);
            assertThat(client.next().text()).isEqualTo(most);
        }
    }

    @Test
    void a_frame_over_32_KB_closes_with_1009() {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            client.sendText("x".repeat(32 * 1024 + 1));
            assertThat(client.next().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_message_of_128_KB_in_several_frames_is_taken() {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            client.sendFragments("x".repeat(32 * 1024), 4);
            assertThat(client.next().text()).hasSize(128 * 1024);
        }
    }

    @Test
    void a_message_over_128_KB_closes_with_1009() {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            client.sendFragments("x".repeat(32 * 1024), 5);
            assertThat(client.next().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void ten_minutes_without_a_frame_close_with_1001() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            client.send("x").next();
            gateway.clock().turn(Duration.ofMinutes(10));
            gateway.gateway().check();
            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void a_message_now_and_then_keeps_a_connection_open() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            client.send("x").next();
            gateway.clock().turn(Duration.ofMinutes(9));
            client.send("y").next();
            gateway.clock().turn(Duration.ofMinutes(9));
            gateway.gateway().check();
            assertThat(client.send("z").next()).isEqualTo("z");
        }
    }

    @Test
    void two_hours_close_with_1001_whatever_is_sent() {
        try (var gateway = stack.start();
                var client = gateway.connect()) {
            gateway.clock().turn(Duration.ofHours(2));
            client.send("x").next();
            gateway.gateway().check();
            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void a_reply_over_128_KB_is_not_sent_and_the_client_is_told() {
        try (var gateway = new HandMadeStack()
                        .replying(
                                "$default",
                                FakeFunction.returning("long", FakeFunction.body("x".repeat(128 * 1024 + 1))))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("x").next()).startsWith("{\"message\":\"Message too long\"");
        }
    }
}
