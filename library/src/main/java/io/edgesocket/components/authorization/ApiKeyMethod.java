package io.edgesocket.components.authorization;

import com.pulumi.aws.apigateway.ApiKey;
import com.pulumi.aws.apigateway.UsagePlan;
import com.pulumi.aws.apigateway.UsagePlanArgs;
import com.pulumi.aws.apigateway.UsagePlanKey;
import com.pulumi.aws.apigateway.UsagePlanKeyArgs;
import com.pulumi.aws.apigateway.inputs.UsagePlanApiStageArgs;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code $connect} requires an API key. A stage accepts only the keys of its usage plans, so it gets a plan, and each key is
 * added to it. The plan has no quota and no throttling: all clients come with the same key, so they would share them.
 */
record ApiKeyMethod(String guard, Map<String, ApiKey> keys) implements GuardMethod {

    @Override
    public RouteAuthorization on(RouteAuthorization asked) {
        return asked.requiringApiKey();
    }

    @Override
    public void check(Problems problems, Property property, RouteAuthorization asked) {
        problems.unless(
                !asked.apiKey(),
                property.then("requiringApiKey"),
                "API keys of clients together with those of a guard",
                "CloudFront sends its own over a client's: let the guard use OriginGuardArgs.header");
    }

    @Override
    public List<Resource> open(Children children, Api api, Stage stage, Optional<Map<String, String>> tags) {
        var plan = children.add(UsagePlan::new, guard + "-plan", plan(api, stage, tags));
        return keys.entrySet().stream()
                .<Resource>map(key -> add(children, plan, key.getKey(), key.getValue()))
                .toList();
    }

    private static UsagePlanArgs plan(Api api, Stage stage, Optional<Map<String, String>> tags) {
        var plan = UsagePlanArgs.builder()
                .description("Lets the CDN in")
                .apiStages(UsagePlanApiStageArgs.builder()
                        .apiId(api.id())
                        .stage(stage.name())
                        .build());
        tags.ifPresent(plan::tags);
        return plan.build();
    }

    /** AWS returns the key's value here too, and the provider doesn't mark it as a secret. */
    private UsagePlanKey add(Children children, UsagePlan plan, String name, ApiKey key) {
        return children.add(
                UsagePlanKey::new,
                guard + "-plan-" + name,
                UsagePlanKeyArgs.builder()
                        .usagePlanId(plan.id())
                        .keyId(key.id())
                        .keyType("API_KEY")
                        .build(),
                CustomResourceOptions.builder()
                        .additionalSecretOutputs(List.of("value"))
                        .build());
    }
}
