package io.edgesocket.components.api;

import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import io.edgesocket.components.functions.Echo;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** An API registered against mocks, and what was registered for it: by {@code kind name}, as in {@code Route chat-ping}. */
public record RecordedApi(
        WebSocketApi api, Map<String, Map<String, Object>> resources, Map<String, ResourceOptions> options) {
    static final String EXECUTION_ARN = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3";

    public static RecordedApi of(WebSocketApiArgs.Builder args) {
        var registered = new ConcurrentHashMap<String, Map<String, Object>>();
        var seen = new ConcurrentLinkedQueue<ResourceTransformation.Args>();
        var api = new AtomicReference<WebSocketApi>();
        PulumiTest.withMocks(recording(registered))
                .withOptions(watching(seen))
                .runTest(ctx -> api.set(new WebSocketApi("chat", args.build())))
                .throwOnError();
        var options = new HashMap<String, ResourceOptions>();
        seen.forEach(resource -> options.put(
                kind(resource.resource().pulumiResourceType()) + " "
                        + resource.resource().pulumiResourceName(),
                resource.options()));
        return new RecordedApi(api.get(), Map.copyOf(registered), options);
    }

    private static TestOptions watching(ConcurrentLinkedQueue<ResourceTransformation.Args> seen) {
        ResourceTransformation watch = resource -> {
            seen.add(resource);
            return Optional.empty();
        };
        return TestOptions.builder()
                .projectName("shop")
                .stackName("dev")
                .resourceTransformations(List.of(watch))
                .build();
    }

    private static Mocks recording(Map<String, Map<String, Object>> registered) {
        return resource -> {
            var key = kind(resource.type) + " " + resource.name;
            if (registered.put(key, resource.inputs) != null) {
                throw new IllegalStateException("registered twice: " + key);
            }
            var state = new HashMap<>(resource.inputs);
            state.putIfAbsent("name", resource.name + "-1a2b3c4");
            state.putIfAbsent("version", "1");
            state.put("arn", "arn:aws:mock:::" + resource.name);
            state.put("invokeArn", "arn:aws:apigateway:::" + resource.name);
            state.put("apiEndpoint", "wss://a1b2c3.execute-api.eu-west-1.amazonaws.com");
            state.put("executionArn", EXECUTION_ARN);
            return CompletableFuture.completedFuture(
                    Mocks.ResourceResult.of(Optional.of(resource.name + "-id"), state));
        };
    }

    private static String kind(String type) {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    public static NewFunction function(String name) {
        return new NewFunction(name, functionArgs().build());
    }

    public static LambdaFunctionArgs.Builder functionArgs() {
        return LambdaFunctionArgs.builder().code(Echo.code());
    }

    public Map<String, Object> inputs(String resource) {
        return Optional.ofNullable(resources.get(resource))
                .orElseThrow(() -> new AssertionError("no " + resource + " among " + resources.keySet()));
    }

    public Map<String, Object> inputs(String resource, String property) {
        return map(inputs(resource).get(property));
    }

    Map<String, Object> triggers() {
        return inputs("Deployment chat-deployment", "triggers");
    }

    List<String> names(String kind) {
        return resources.keySet().stream()
                .filter(key -> key.startsWith(kind + " "))
                .map(key -> key.substring(kind.length() + 1))
                .sorted()
                .toList();
    }

    @SuppressWarnings("unchecked") // mocks give JSON back
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }
}
