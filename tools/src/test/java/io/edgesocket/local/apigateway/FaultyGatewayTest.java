package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on purpose. */
class FaultyGatewayTest {
    private final Faults faults = new Faults(List.of());
    private final FakeFunction function =
            FakeFunction.asking("function", event -> FakeFunction.answered(FakeFunction.body("fine")));
    private final TestGateway gateway = new HandMadeStack()
            .replying("$default", function)
            .integration(
                    "impatient",
                    "AWS_PROXY",
                    inputs -> inputs.put("integrationUri", HandMadeStack.uri(function))
                            .put("timeoutMilliseconds", 50))
            .permission("function", "live/impatient")
            .route("impatient", "impatient", route -> route.put("routeResponseSelectionExpression", "$default"))
            .reply("impatient")
            .start(new GatewayOptions(
                    false,
                    GatewayOptions.AWS.idleTimeout(),
                    GatewayOptions.AWS.maxDuration(),
                    Map.of(),
                    Map.of(),
                    faults));

    @AfterEach
    void end() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({"fail, Internal server error", "throttle, Too Many Requests"})
    void a_route_with_a_fault_answers_as_aws_would(String kind, String message) {
        faults.set(Fault.parse(kind + ":$default*1"));
        try (var client = gateway.connect()) {
            assertThat(client.send("x").next()).contains("\"" + message + "\"");
            assertThat(client.send("x").next()).isEqualTo("fine");
        }
    }

    @Test
    void a_late_integration_answers_in_the_end() {
        faults.set(Fault.parse("delay:$default=50*1"));
        try (var client = gateway.connect()) {
            var sent = System.nanoTime();
            assertThat(client.send("x").next()).isEqualTo("fine");
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
            assertThat(faults.all()).isEmpty();
        }
    }

    @Test
    void api_gateway_waits_for_a_late_integration_no_longer_than_it_always_does() {
        faults.set(Fault.parse("delay:impatient=3000*1"));
        try (var client = gateway.connect()) {
            assertThat(client.send("{\"action\":\"impatient\"}").next()).contains("\"Endpoint request timed out\"");
        }
    }

    @Test
    void the_reason_is_that_the_fault_is_set() {
        faults.set(Fault.parse("fail:$default*1"));
        try (var client = gateway.connect()) {
            client.send("x").next();
            assertThat(gateway.refusals())
                    .anyMatch(refusal -> refusal.because().equals("the fault fail:$default*1 is set"));
        }
    }

    @Test
    void a_connection_idles_out_and_ages_out_when_it_is_told_to() {
        try (var idle = gateway.connect();
                var old = gateway.connect()) {
            var ends = gateway.gateway().ends();
            assertThat(ends.idleOut(id(idle))).isTrue();
            assertThat(idle.closeCode()).isEqualTo(1001);
            assertThat(ends.endOfTwoHours(id(old))).isTrue();
            assertThat(old.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void a_connection_is_closed_with_any_code_that_may_be_sent() {
        try (var client = gateway.connect()) {
            gateway.gateway().ends().close(id(client), 4321, "on purpose");
            assertThat(client.closeCode()).isEqualTo(4321);
        }
    }

    @Test
    void a_connection_is_dropped_without_a_close_frame() {
        try (var client = gateway.connect()) {
            gateway.gateway().ends().drop(id(client));
            assertThat(client.closeCode()).isEqualTo(1006);
            assertThat(gateway.refusals())
                    .anyMatch(refusal -> refusal.because().equals("on purpose, as if the network went away"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1005, 1006, 2000, 5000})
    void a_code_that_can_not_be_sent_is_told(int code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gateway.gateway().ends().close("x", code, ""))
                .withMessageStartingWith(code + " can't be sent");
    }

    @Test
    void no_connection_of_that_id_is_told() {
        assertThat(gateway.gateway().ends().drop("nobody")).isFalse();
    }

    private String id(TestClient client) {
        client.send("x").next();
        return function.events()
                .get(function.events().size() - 1)
                .at("/requestContext/connectionId")
                .asText();
    }
}
