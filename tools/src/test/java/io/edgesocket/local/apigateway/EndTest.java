package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How connections and the gateway end, and what is left then. */
class EndTest {
    private final BlockingQueue<JsonNode> left = new LinkedBlockingQueue<>();
    private final HandMadeStack stack = new HandMadeStack()
            .replying("$default", FakeFunction.echo("echo"))
            .to("$disconnect", FakeFunction.returning("bye", event -> {
                left.add(event.path("requestContext"));
                return "{}";
            }));

    private JsonNode nextToLeave() {
        try {
            return left.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_gateway_that_ends_closes_its_connections_with_1001_and_tells_disconnect() {
        var gateway = stack.start();
        var client = gateway.connect();
        client.send("x").next();
        gateway.close();
        assertThat(client.closeCode()).isEqualTo(1001);
        assertThat(left)
                .singleElement()
                .satisfies(context ->
                        assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(1001));
    }

    @Test
    void a_client_that_dies_without_a_close_is_told_as_1006() {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            client.sendText("x").next();
            client.close();
            assertThat(nextToLeave().path("disconnectStatusCode").asInt()).isEqualTo(1006);
        }
    }

    @Test
    void a_close_without_a_code_is_told_as_1005() {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            client.send(RawClient.frame(RawClient.FIN | RawClient.CLOSE));
            var context = nextToLeave();
            assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(1005);
            assertThat(context.path("disconnectReason").asText()).isEqualTo("Client-side close frame status not set");
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 1003", "1, 32769, 1009"})
    void after_a_refused_frame_the_client_s_own_close_frame_is_awaited(int opcode, int bytes, int code) {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            client.send(RawClient.frame(RawClient.FIN | opcode, new byte[bytes]));
            assertThat(client.next().closeCode()).isEqualTo(code);
            client.sendText("too late")
                    .send(RawClient.frame(RawClient.FIN | RawClient.CLOSE, (byte) 0x0f, (byte) 0xa0));

            assertThat(nextToLeave().path("disconnectStatusCode").asInt()).isEqualTo(4000);
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void a_client_that_never_answers_a_close_frame_is_dropped() {
        try (var gateway = stack.start();
                var client = RawClient.connect(gateway)) {
            client.sendText("x").next();
            gateway.clock().turn(Limits.IDLE);
            gateway.gateway().check();
            gateway.clock().turn(Limits.CLOSING);
            gateway.gateway().check();
            assertThat(nextToLeave()).isNotNull();
        }
    }

    @Test
    void a_client_that_stops_reading_is_read_from_no_further() throws Exception {
        var handled = new LinkedBlockingQueue<String>();
        var echoed = FakeFunction.returning("echoed", event -> {
            var message = event.path("body").asText();
            handled.add(message);
            return FakeFunction.body(message);
        });
        try (var gateway = new HandMadeStack().replying("$default", echoed).start();
                var client = RawClient.connect(gateway)) {
            var sending = new Thread(() -> flood(client));
            sending.start();
            assertThat(untilStandstill(handled)).isPositive().isLessThan(64 * 1024 / 32); // 64 MiB
            client.close();
            sending.join(10_000);
            assertThat(sending.isAlive()).isFalse();
        }
    }

    private static void flood(RawClient client) {
        var message = "x".repeat(32 * 1024);
        try {
            for (var i = 0; i < 10_000; i++) {
                client.sendText(message);
            }
        } catch (UncheckedIOException closedByTheTest) {
            // enough
        }
    }

    /** How many are handled until none has been for half a second. */
    private static int untilStandstill(BlockingQueue<String> handled) throws InterruptedException {
        var count = 0;
        while (handled.poll(500, TimeUnit.MILLISECONDS) != null) {
            count++;
        }
        return count;
    }

    @Test
    void posts_to_a_client_that_does_not_read_are_refused_once_a_MiB_waits() {
        var whoAmI = FakeFunction.returning(
                "whoami",
                event -> FakeFunction.body(
                        event.path("requestContext").path("connectionId").asText()));
        try (var gateway = new HandMadeStack().replying("$default", whoAmI).start();
                var client = RawClient.connect(gateway)) {
            var path = "/live/@connections/" + client.sendText("x").next().text();
            var posts = 0;
            while (gateway.http("POST", path, "x".repeat(128 * 1024), "Authorization", ManagementTest.SIGNED)
                            .statusCode()
                    == 200) {
                assertThat(++posts).isLessThan(1000);
            }
            assertThat(gateway.refusals())
                    .last()
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(429));
        }
    }

    @Test
    void a_thousand_connections_opened_and_dropped_leave_nothing() {
        try (var gateway = stack.start()) {
            var clients = new ArrayList<RawClient>();
            for (var i = 0; i < 1000; i++) {
                clients.add(RawClient.connect(gateway));
            }
            clients.forEach(RawClient::close);
            for (var i = 0; i < 1000; i++) {
                assertThat(nextToLeave()).isNotNull();
            }
            assertThat(gateway.gateway().connected()).isZero();
        }
    }

    @Test
    void a_gateway_that_has_ended_leaves_no_thread() {
        var gateway = stack.start();
        var name = "gateway-" + gateway.gateway().port();
        gateway.connect().send("x").next();
        assertThat(threads(name)).isNotEmpty();
        gateway.close();
        assertThat(threads(name)).isEmpty();
    }

    private static Set<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    @Test
    void a_port_that_is_taken_is_an_IOException() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var bind = new InetSocketAddress("127.0.0.1", taken.getLocalPort());
            assertThatIOException()
                    .isThrownBy(
                            () -> Gateway.start(stack.stack(), stack::function, Journal.NONE, Clock.systemUTC(), bind));
        }
    }
}
