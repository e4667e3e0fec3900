package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Lambda authorizer at {@code $connect}. */
class AuthorizerTest {
    private static final String ARN = "arn:aws:execute-api:eu-west-1:000000000000:api1/live/$connect";
    private final FakeFunction connect = FakeFunction.ok("connect");

    private HandMadeStack guarded(FakeFunction guard) {
        return new HandMadeStack()
                .function(guard)
                .permission(guard.name(), "authorizers/guard")
                .deployed("authorizer:Authorizer", "guard", guardInputs(guard))
                .to(
                        "$connect",
                        connect,
                        route -> route.put("authorizationType", "CUSTOM").put("authorizerId", "guard"));
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode guardInputs(FakeFunction guard) {
        return HandMadeStack.object()
                .put("authorizerType", "REQUEST")
                .put("authorizerUri", HandMadeStack.uri(guard))
                .set("identitySources", HandMadeStack.texts("route.request.querystring.token"));
    }

    private static String policy(String effect, String resource) {
        return "{\"principalId\":\"ann\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":"
                + "\"execute-api:Invoke\",\"Effect\":\"" + effect + "\",\"Resource\":\"" + resource + "\"}]},"
                + "\"context\":{\"room\":\"blue\",\"level\":3}}";
    }

    @Test
    void who_is_allowed_connects_and_the_context_goes_with_every_event() {
        var all = FakeFunction.echo("all");
        var guard = FakeFunction.returning("guard", policy("Allow", ARN));
        try (var gateway = guarded(guard).replying("$default", all).start();
                var client = gateway.connectTo("/live?token=t")) {
            client.send("x").next();
            assertThat(connect.context().path("authorizer").path("principalId").asText())
                    .isEqualTo("ann");
            assertThat(all.context().path("authorizer").path("room").asText()).isEqualTo("blue");
            assertThat(all.context().path("authorizer").path("level").asText()).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nested\":{\"a\":1}} | context.nested, which is an object",
                "{\"room\":\"blue\",\"list\":[1]} | context.list, which is an array",
                "[1] | context, which is an array",
                "\"text\" | context, which is a text"
            })
    void a_context_that_aws_does_not_take_is_an_error_of_the_configuration(String context, String reason) {
        var said = policy("Allow", "*").replaceFirst("\"context\":\\{[^}]*}", "\"context\":" + context);
        try (var gateway = guarded(FakeFunction.returning("guard", said)).start()) {
            var refusal = gateway.refusal("/live?token=t");
            assertThat(refusal.statusCode()).isEqualTo(500);
            assertThat(refusal.headers().firstValue("x-amzn-ErrorType")).contains("AuthorizerConfigurationException");
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(told -> assertThat(told.because()).contains(reason));
        }
    }

    @Test
    void a_result_of_more_than_8_KB_is_an_error_of_the_configuration() {
        var said = policy("Allow", "*").replace("blue", "b".repeat(8_192));
        try (var gateway = guarded(FakeFunction.returning("guard", said)).start()) {
            assertThat(gateway.refusal("/live?token=t").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void the_authorizer_gets_a_REQUEST_event_whose_methodArn_ends_with_connect() {
        var guard = FakeFunction.returning("guard", policy("Allow", "*"));
        try (var gateway = guarded(guard).start()) {
            gateway.connectTo("/live?token=t").close();
        }
        assertThat(guard.event().path("type").asText()).isEqualTo("REQUEST");
        assertThat(guard.event().path("methodArn").asText()).isEqualTo(ARN);
        assertThat(guard.event().path("queryStringParameters").path("token").asText())
                .isEqualTo("t");
    }

    @Test
    void a_missing_identity_source_is_a_401_without_calling_the_authorizer() {
        var guard = FakeFunction.returning("guard", policy("Allow", "*"));
        try (var gateway = guarded(guard).start()) {
            var refusal = gateway.refusal("/live");
            assertThat(refusal.statusCode()).isEqualTo(401);
            assertThat(refusal.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(guard.events()).isEmpty();
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(
                            told -> assertThat(told.because()).contains("route.request.querystring.token is missing"));
        }
    }

    @Test
    void an_authorizer_that_throws_Unauthorized_is_a_401() {
        try (var gateway =
                guarded(FakeFunction.failing("guard", "Unauthorized")).start()) {
            assertThat(gateway.refusal("/live?token=t").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_authorizer_that_throws_anything_else_is_a_500() {
        try (var gateway = guarded(FakeFunction.failing("guard", "boom")).start()) {
            assertThat(gateway.refusal("/live?token=t").statusCode()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"principalId\":\"ann\"}", "nonsense"})
    void an_authorizer_whose_answer_is_no_policy_is_a_500(String answer) {
        try (var gateway = guarded(FakeFunction.returning("guard", answer)).start()) {
            assertThat(gateway.refusal("/live?token=t").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void a_policy_that_denies_is_a_403_and_connect_is_not_called() {
        try (var gateway =
                guarded(FakeFunction.returning("guard", policy("Deny", "*"))).start()) {
            assertThat(gateway.refusal("/live?token=t").statusCode()).isEqualTo(403);
            assertThat(connect.events()).isEmpty();
        }
    }

    @Test
    void a_policy_for_stage_slash_any_slash_any_does_not_match_connect() {
        var rest = "arn:aws:execute-api:eu-west-1:000000000000:api1/live/*/*";
        try (var gateway =
                guarded(FakeFunction.returning("guard", policy("Allow", rest))).start()) {
            assertThat(gateway.refusal("/live?token=t").statusCode()).isEqualTo(403);
            assertThat(gateway.refusals())
                    .singleElement()
                    .satisfies(told -> assertThat(told.fix()).contains("stage/*/* doesn't match it"));
        }
    }

    @Test
    void without_a_permission_for_the_authorizer_the_handshake_is_a_500() {
        var guard = FakeFunction.returning("guard", policy("Allow", "*"));
        try (var gateway = new HandMadeStack()
                .function(guard)
                .deployed("authorizer:Authorizer", "guard", guardInputs(guard))
                .to(
                        "$connect",
                        connect,
                        route -> route.put("authorizationType", "CUSTOM").put("authorizerId", "guard"))
                .start()) {
            assertThat(gateway.refusal("/live?token=t").statusCode()).isEqualTo(500);
            assertThat(guard.events()).isEmpty();
        }
    }
}
