package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys at {@code $connect}. */
class ApiKeyTest {

    private static HandMadeStack stack(boolean enabled) {
        return stack(enabled, HandMadeStack.object());
    }

    private static HandMadeStack stack(boolean enabled, ObjectNode plan) {
        return keys(enabled, plan)
                .to("$connect", FakeFunction.ok("connect"), route -> route.put("apiKeyRequired", true));
    }

    private static HandMadeStack keys(boolean enabled, ObjectNode plan) {
        var stages = JsonNodeFactory.instance.arrayNode();
        stages.addObject().put("apiId", HandMadeStack.API).put("stage", "live");
        return new HandMadeStack()
                .resource("aws:apigateway/usagePlan:UsagePlan", "plan", plan.set("apiStages", stages))
                .resource(
                        "aws:apigateway/usagePlanKey:UsagePlanKey",
                        "planned",
                        HandMadeStack.object().put("usagePlanId", "plan").put("keyId", "key"))
                .resource(
                        "aws:apigateway/apiKey:ApiKey",
                        "key",
                        HandMadeStack.object().put("value", "open sesame").put("enabled", enabled))
                .resource(
                        "aws:apigateway/apiKey:ApiKey",
                        "in no plan",
                        HandMadeStack.object().put("value", "other"));
    }

    @Test
    void a_key_of_a_usage_plan_for_the_stage_connects() {
        try (var gateway = stack(true).start()) {
            gateway.connect("x-api-key", "open sesame").close();
        }
    }

    @Test
    void without_a_key_the_handshake_is_forbidden_and_told_that_CloudFront_could_add_it() {
        try (var gateway = stack(true).start()) {
            assertThat(gateway.refusal("/live").body()).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(gateway.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.status()).isEqualTo(403);
                assertThat(refusal.because()).isEqualTo("no API key was sent");
            });
        }
    }

    @Test
    void a_key_that_no_usage_plan_has_is_forbidden() {
        try (var gateway = stack(true).start()) {
            assertThat(gateway.refusal("/live", "x-api-key", "other").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_key_whose_usage_plan_is_for_another_stage_is_forbidden() {
        var stages = JsonNodeFactory.instance.arrayNode();
        stages.addObject().put("apiId", HandMadeStack.API).put("stage", "test");
        var stack = stack(true)
                .resource(
                        "aws:apigateway/usagePlan:UsagePlan",
                        "other plan",
                        HandMadeStack.object().set("apiStages", stages))
                .resource(
                        "aws:apigateway/usagePlanKey:UsagePlanKey",
                        "planned there",
                        HandMadeStack.object().put("usagePlanId", "other plan").put("keyId", "in no plan"));
        try (var gateway = stack.start()) {
            assertThat(gateway.refusal("/live", "x-api-key", "other").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_disabled_key_is_forbidden() {
        try (var gateway = stack(false).start()) {
            assertThat(gateway.refusal("/live", "x-api-key", "open sesame").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void an_authorizer_may_say_whose_key_it_is() {
        var guard = FakeFunction.returning("guard", """
                {"principalId": "ann", "usageIdentifierKey": "open sesame", "policyDocument": {"Statement": {
                 "Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}}}""");
        var connect = FakeFunction.ok("connect");
        var stack = keys(true, HandMadeStack.object())
                .api(api -> api.put("apiKeySelectionExpression", "$context.authorizer.usageIdentifierKey"))
                .function(guard)
                .permission("guard", "authorizers/guard")
                .deployed(
                        "authorizer:Authorizer",
                        "guard",
                        HandMadeStack.object()
                                .put("authorizerType", "REQUEST")
                                .put("authorizerUri", HandMadeStack.uri(guard)))
                .to(
                        "$connect",
                        connect,
                        route -> route.put("apiKeyRequired", true)
                                .put("authorizationType", "CUSTOM")
                                .put("authorizerId", "guard"));
        try (var gateway = stack.start()) {
            gateway.connect().close();
            assertThat(connect.events()).isNotEmpty().asString().contains("ann").doesNotContain("open sesame");
        }
    }

    @Test
    void no_key_is_told_to_the_journal() {
        try (var gateway = stack(true).start()) {
            gateway.refusal("/live", "x-api-key", "almost secret");
            assertThat(gateway.refusals()).isNotEmpty().asString().doesNotContain("almost secret", "open sesame");
        }
    }

    @Test
    void a_key_over_its_plan_s_throttling_gets_429() {
        var plan = HandMadeStack.object();
        plan.putObject("throttleSettings").put("rateLimit", 1).put("burstLimit", 2);
        try (var gateway = stack(true, plan).start()) {
            connect(gateway, 2);
            var refused = gateway.refusal("/live", "x-api-key", "open sesame");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
            gateway.clock().turn(Duration.ofSeconds(1));
            connect(gateway, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"DAY, 1", "WEEK, 7", "MONTH, 31"})
    void a_key_over_its_plan_s_quota_gets_429_until_the_next_period(String period, int days) {
        var plan = HandMadeStack.object();
        plan.putObject("quotaSettings").put("limit", 3).put("offset", 1).put("period", period);
        try (var gateway = stack(true, plan).start()) {
            connect(gateway, 2); // the offset is taken off the first period
            var refused = gateway.refusal("/live", "x-api-key", "open sesame");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo("{\"message\":\"Limit Exceeded\"}");
            assertThat(gateway.refusals())
                    .last()
                    .satisfies(refusal -> assertThat(refusal.because())
                            .isEqualTo("key has had the 3 requests a " + period.toLowerCase(Locale.ROOT) + " of plan"));
            gateway.clock().turn(Duration.ofDays(days));
            connect(gateway, 3);
        }
    }

    private static void connect(TestGateway gateway, int times) {
        for (var i = 0; i < times; i++) {
            gateway.connect("x-api-key", "open sesame").close();
        }
    }
}
