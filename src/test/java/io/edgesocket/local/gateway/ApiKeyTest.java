package io.edgesocket.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

/** API keys at {@code $connect}. */
class ApiKeyTest {

    private static HandMadeStack stack(boolean enabled) {
        var stages = JsonNodeFactory.instance.arrayNode();
        stages.addObject().put("apiId", HandMadeStack.API).put("stage", "live");
        return new HandMadeStack()
                .to("$connect", FakeFunction.ok("connect"), route -> route.put("apiKeyRequired", true))
                .resource("aws:apigateway/usagePlan:UsagePlan", "plan", HandMadeStack.object().set("apiStages", stages))
                .resource("aws:apigateway/usagePlanKey:UsagePlanKey", "planned",
                        HandMadeStack.object().put("usagePlanId", "plan").put("keyId", "key"))
                .resource("aws:apigateway/apiKey:ApiKey", "key",
                        HandMadeStack.object().put("value", "open sesame").put("enabled", enabled))
                .resource("aws:apigateway/apiKey:ApiKey", "in no plan", HandMadeStack.object().put("value", "other"));
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
            assertThat(gateway.refusal("/live", "x-api-key", "other").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_disabled_key_is_forbidden() {
        try (var gateway = stack(false).start()) {
            assertThat(gateway.refusal("/live", "x-api-key", "open sesame").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void no_key_is_told_to_the_journal() {
        try (var gateway = stack(true).start()) {
            gateway.refusal("/live", "x-api-key", "almost secret");
            assertThat(gateway.refusals().toString()).doesNotContain("almost secret", "open sesame");
        }
    }
}
