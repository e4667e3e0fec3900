package io.edgesocket.local.apigateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.lambda.pool.Invocation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a handshake succeed or fail. */
class ConnectTest {

    @Test
    void without_a_connect_route_everybody_connects() {
        try (var gateway = new HandMadeStack()
                        .replying("$default", FakeFunction.echo("echo"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("hello").next()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void any_2xx_of_the_connect_route_connects(int status) {
        try (var gateway = new HandMadeStack()
                        .to("$connect", FakeFunction.status("connect", status))
                        .replying("$default", FakeFunction.echo("echo"))
                        .start();
                var client = gateway.connect()) {
            assertThat(client.send("hello").next()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 501})
    void another_status_of_the_connect_route_is_passed_on(int status) {
        try (var gateway = new HandMadeStack()
                .to("$connect", FakeFunction.status("connect", status))
                .start()) {
            assertThat(gateway.refusal("/live").statusCode()).isEqualTo(status);
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
        }
    }

    @Test
    void the_upgrade_waits_for_the_connect_route() throws Exception {
        var answer = new CompletableFuture<Invocation>();
        var asked = new CompletableFuture<JsonNode>();
        var connect = FakeFunction.asking("connect", event -> {
            asked.complete(event);
            return answer;
        });
        try (var gateway = new HandMadeStack().to("$connect", connect).start()) {
            var connecting = CompletableFuture.supplyAsync(gateway::connect);
            asked.get(10, TimeUnit.SECONDS);
            gateway.refusal("/other"); // by when an upgrade that doesn't wait would have come
            assertThat(connecting).isNotDone();
            FakeFunction.answered("{\"statusCode\":200}").thenAccept(answer::complete);
            connecting.get(10, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void a_connect_route_whose_function_throws_is_a_502() {
        try (var gateway = new HandMadeStack()
                .to("$connect", FakeFunction.failing("connect", "boom"))
                .start()) {
            var refusal = gateway.refusal("/live");
            assertThat(refusal.statusCode()).isEqualTo(502);
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(told -> assertThat(told.because()).contains("connect failed", "boom"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"ok\"", "{}", "{\"statusCode\":99}", "{\"statusCode\":600}", "nonsense"})
    void a_connect_route_whose_answer_cannot_be_understood_is_a_502(String answer) {
        try (var gateway = new HandMadeStack()
                .to("$connect", FakeFunction.returning("connect", answer))
                .start()) {
            assertThat(gateway.refusal("/live").statusCode()).isEqualTo(502);
        }
    }

    @Test
    void a_connect_route_that_takes_too_long_is_a_504() {
        try (var gateway = inFiftyMilliseconds(FakeFunction.asking("slow", event -> new CompletableFuture<>()))) {
            assertThat(gateway.refusal("/live").statusCode()).isEqualTo(504);
        }
    }

    @Test
    void a_function_that_a_debugger_may_hold_takes_as_long_as_it_takes() {
        var later = new CompletableFuture<Invocation>()
                .completeOnTimeout(
                        new Invocation.Answered("{\"statusCode\":401}".getBytes(US_ASCII)), 500, TimeUnit.MILLISECONDS);
        try (var gateway =
                inFiftyMilliseconds(FakeFunction.asking("slow", event -> later).debugged())) {
            assertThat(gateway.refusal("/live").statusCode()).isEqualTo(401);
        }
    }

    private static TestGateway inFiftyMilliseconds(FakeFunction function) {
        return new HandMadeStack()
                .function(function)
                .permission("slow", "live/$connect")
                .integration(
                        "slow",
                        "AWS_PROXY",
                        inputs -> inputs.put("integrationUri", HandMadeStack.uri(function))
                                .put("timeoutMilliseconds", 50))
                .route("$connect", "slow", route -> {})
                .start();
    }

    @Test
    void without_a_permission_for_connect_the_handshake_is_a_500() {
        var function = FakeFunction.ok("connect");
        try (var gateway = new HandMadeStack()
                .function(function)
                .integration(
                        "connect", "AWS_PROXY", inputs -> inputs.put("integrationUri", HandMadeStack.uri(function)))
                .route("$connect", "connect", route -> {})
                .start()) {
            assertThat(gateway.refusal("/live").statusCode()).isEqualTo(500);
            assertThat(function.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"live/*", "*", "*/$connect", "live/$conn?ct"})
    void a_permission_may_cover_the_route_by_a_pattern(String source) {
        var function = FakeFunction.ok("connect");
        try (var gateway = new HandMadeStack()
                .function(function)
                .permission("connect", source)
                .integration(
                        "connect", "AWS_PROXY", inputs -> inputs.put("integrationUri", HandMadeStack.uri(function)))
                .route("$connect", "connect", route -> {})
                .start()) {
            gateway.connect().close();
        }
    }

    @Test
    void the_subprotocol_is_the_one_that_the_integration_returns() {
        try (var gateway = new HandMadeStack()
                        .to(
                                "$connect",
                                FakeFunction.returning(
                                        "connect",
                                        "{\"statusCode\":200,\"headers\":{\"sec-websocket-protocol\":\"b\"}}"))
                        .start();
                var client = TestClient.connect(gateway.uri("/live"), List.of("a", "b"))) {
            assertThat(client.subprotocol()).isEqualTo("b");
        }
    }

    @Test
    void without_an_answer_about_it_no_subprotocol_is_chosen() {
        try (var gateway = new HandMadeStack()
                        .to("$connect", FakeFunction.ok("connect"))
                        .start();
                var client = TestClient.connect(gateway.uri("/live"), List.of("a"))) {
            assertThat(client.subprotocol()).isEmpty();
        }
    }

    @Test
    void a_slash_after_the_stage_is_fine() {
        try (var gateway = new HandMadeStack().start()) {
            gateway.connectTo("/live/").close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/other", "/live/extra", "/live//"})
    void a_path_that_is_no_stage_is_forbidden(String path) {
        try (var gateway = new HandMadeStack().start()) {
            assertThat(gateway.refusal(path)).satisfies(refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(403);
                assertThat(refusal.headers().firstValue("x-amzn-ErrorType")).contains("ForbiddenException");
            });
        }
    }

    @Test
    void a_stage_without_a_deployment_is_forbidden() {
        try (var gateway =
                new HandMadeStack().stage(stage -> stage.remove("deploymentId")).start()) {
            assertThat(gateway.refusal("/live").statusCode()).isEqualTo(403);
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.fix()).contains("deploymentId"));
        }
    }

    @Test
    void a_plain_GET_is_asked_to_upgrade() {
        try (var gateway = new HandMadeStack().start()) {
            assertThat(gateway.http("GET", "/live", "").statusCode()).isEqualTo(426);
        }
    }

    @Test
    void an_IAM_route_refuses_a_handshake_that_is_not_signed() {
        try (var gateway = new HandMadeStack()
                .to("$connect", FakeFunction.ok("connect"), route -> route.put("authorizationType", "AWS_IAM"))
                .start()) {
            var refusal = gateway.refusal("/live");
            assertThat(refusal.statusCode()).isEqualTo(403);
            assertThat(refusal.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        }
    }

    @Test
    void an_IAM_route_takes_a_signed_handshake() {
        try (var gateway = new HandMadeStack()
                .to("$connect", FakeFunction.ok("connect"), route -> route.put("authorizationType", "AWS_IAM"))
                .start()) {
            gateway.connect("Authorization", ManagementTest.SIGNED).close();
        }
    }
}
