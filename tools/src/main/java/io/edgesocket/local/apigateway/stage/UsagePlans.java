package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The usage plans of a stack. Throttling and quota are counted for each key of a plan, over all of the plan's stages,
 * and on a WebSocket API for what has a key at all: the handshakes. Whether AWS counts messages too is not documented.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html">Usage plans</a>
 */
public final class UsagePlans {
    private final Map<PlayedResource, List<PlannedKey>> keysByPlan;

    private UsagePlans(Map<PlayedResource, List<PlannedKey>> keysByPlan) {
        this.keysByPlan = keysByPlan;
    }

    public static UsagePlans of(PlayedStack stack, Clock clock) {
        var keys = stack.ofType("aws:apigateway/apiKey:ApiKey")
                .filter(key -> key.inputs().path("enabled").asBoolean(true))
                .collect(Collectors.toMap(PlayedResource::id, Function.identity(), (one, same) -> one));
        var plans = stack.ofType("aws:apigateway/usagePlan:UsagePlan")
                .collect(Collectors.toMap(PlayedResource::id, Function.identity(), (one, same) -> one));
        var keysByPlan = new LinkedHashMap<PlayedResource, List<PlannedKey>>();
        stack.ofType("aws:apigateway/usagePlanKey:UsagePlanKey").forEach(in -> {
            var plan = plans.get(in.text("usagePlanId"));
            var key = keys.get(in.text("keyId"));
            if (plan != null && key != null) {
                keysByPlan.computeIfAbsent(plan, unseen -> new ArrayList<>()).add(planned(key, plan, clock));
            }
        });
        return new UsagePlans(keysByPlan);
    }

    public ApiKeys of(String apiId, String stage) {
        return new ApiKeys(keysByPlan.entrySet().stream()
                .filter(entry -> isFor(entry.getKey(), apiId, stage))
                .flatMap(entry -> entry.getValue().stream())
                .toList());
    }

    private static boolean isFor(PlayedResource plan, String apiId, String stage) {
        return StreamSupport.stream(plan.inputs().path("apiStages").spliterator(), false)
                .anyMatch(on -> on.path("apiId").asText().equals(apiId)
                        && on.path("stage").asText().equals(stage));
    }

    private static PlannedKey planned(PlayedResource key, PlayedResource plan, Clock clock) {
        return new PlannedKey(
                value(key),
                key.name(),
                plan.name(),
                settings(plan, "throttleSettings")
                        .map(throttle -> new TokenBucket(
                                throttle.path("rateLimit").asDouble(0),
                                throttle.path("burstLimit").asDouble(0),
                                clock)),
                settings(plan, "quotaSettings").map(quota -> Quota.of(quota, clock)));
    }

    private static Optional<JsonNode> settings(PlayedResource plan, String name) {
        return Optional.of(plan.inputs().path(name)).filter(JsonNode::isObject);
    }

    /** A value that AWS would generate has a placeholder here. */
    private static String value(PlayedResource key) {
        return key.text("value").isEmpty() ? key.word("value") : key.text("value");
    }
}
