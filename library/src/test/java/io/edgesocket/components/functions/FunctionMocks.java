package io.edgesocket.components.functions;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Answers a function's resources as AWS would, and keeps what they were registered with. */
final class FunctionMocks implements Mocks {
    private final Map<String, Map<String, Object>> inputs = new ConcurrentHashMap<>();

    static FunctionMocks run(Consumer<Context> program) {
        var mocks = new FunctionMocks();
        var stack = TestOptions.builder().projectName("shop").stackName("dev").build();
        PulumiTest.withMocks(mocks).withOptions(stack).runTest(program).throwOnError();
        return mocks;
    }

    /** What a resource was registered with, by {@code type::name}. */
    Map<String, Object> inputs(String resource) {
        return inputs.getOrDefault(resource, Map.of());
    }

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs resource) {
        inputs.put(resource.type + "::" + resource.name, resource.inputs);
        var state = new HashMap<>(resource.inputs);
        state.putIfAbsent("name", resource.name + "-1a2b3c4");
        state.putIfAbsent("version", "7");
        state.put("arn", "arn:aws:mock:::" + resource.name);
        state.put("qualifiedArn", "arn:aws:mock:::" + resource.name + ":1");
        state.put("invokeArn", "arn:aws:apigateway:::" + resource.name);
        return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(resource.name), state));
    }
}
