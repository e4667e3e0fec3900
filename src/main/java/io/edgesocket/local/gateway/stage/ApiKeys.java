package io.edgesocket.local.gateway.stage;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The values of the API keys that a stage takes: enabled, and in a usage plan for it. A plan's own quota and throttling
 * are not played.
 */
public record ApiKeys(Set<String> values) {
    public ApiKeys {
        values = Set.copyOf(values);
    }

    public static ApiKeys of(PlayedStack stack, String apiId, String stage) {
        var plans = stack.ofType("aws:apigateway/usagePlan:UsagePlan")
                .filter(plan -> isFor(plan, apiId, stage))
                .map(PlayedResource::id)
                .collect(Collectors.toSet());
        var ids = stack.ofType("aws:apigateway/usagePlanKey:UsagePlanKey")
                .filter(key -> plans.contains(key.text("usagePlanId")))
                .map(key -> key.text("keyId"))
                .collect(Collectors.toSet());
        return new ApiKeys(stack.ofType("aws:apigateway/apiKey:ApiKey")
                .filter(key -> ids.contains(key.id()) && key.inputs().path("enabled").asBoolean(true))
                .map(ApiKeys::value)
                .collect(Collectors.toSet()));
    }

    /** One that AWS would make up is known by the word that stands for it. */
    private static String value(PlayedResource key) {
        return key.text("value").isEmpty() ? key.word("value") : key.text("value");
    }

    private static boolean isFor(PlayedResource plan, String apiId, String stage) {
        return StreamSupport.stream(plan.inputs().path("apiStages").spliterator(), false)
                .anyMatch(on -> on.path("apiId").asText().equals(apiId) && on.path("stage").asText().equals(stage));
    }

    public boolean contains(String value) {
        return values.contains(value);
    }
}
