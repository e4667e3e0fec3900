package io.edgesocket.components.api;

import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** Routes for another stack's API, registered against mocks. What was registered is named {@code Route orders-order}. */
record RecordedGuest(GuestRoutes routes, String fingerprint, Map<String, Map<String, Object>> resources) {
    static final Map<String, Object> SHARED = Map.of(
            "id", "a1b2c3",
            "executionArn", RecordedApi.EXECUTION_ARN,
            "stage", "live",
            "managementEndpoint", "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/live");

    static RecordedGuest of(Consumer<GuestRoutesArgs.Builder> args) {
        var registered = new ConcurrentHashMap<String, Map<String, Object>>();
        var made = new AtomicReference<GuestRoutes>();
        run(Map.of("api", SHARED), registered, owner -> {
                    var builder = GuestRoutesArgs.builder(SharedApi.of(owner, "api"));
                    args.accept(builder);
                    made.set(new GuestRoutes("orders", builder.build()));
                    return made.get().fingerprint();
                })
                .throwOnError();
        return new RecordedGuest(made.get(), PulumiTest.extractValue(made.get().fingerprint()), Map.copyOf(registered));
    }

    /** Runs a program that refers to a stack with these outputs. */
    static TestResult run(
            Map<String, Object> outputs,
            Map<String, Map<String, Object>> registered,
            Function<StackReference, Output<?>> program) {
        return PulumiTest.withMocks(recording(outputs, registered))
                .withOptions(TestOptions.builder()
                        .projectName("orders")
                        .stackName("dev")
                        .build())
                .runTest(ctx -> ctx.export("result", program.apply(new StackReference("acme/chat/prod"))));
    }

    private static Mocks recording(Map<String, Object> outputs, Map<String, Map<String, Object>> registered) {
        return resource -> {
            var state = new HashMap<>(resource.inputs);
            if (resource.type.equals("pulumi:pulumi:StackReference")) {
                state.put("outputs", outputs);
            } else {
                registered.put(
                        resource.type.substring(resource.type.lastIndexOf(':') + 1) + " " + resource.name,
                        resource.inputs);
            }
            state.putIfAbsent("name", resource.name + "-1a2b3c4");
            state.put("arn", "arn:aws:mock:::" + resource.name);
            state.put("invokeArn", "arn:aws:apigateway:::" + resource.name);
            state.put("apiEndpoint", "wss://z9y8x7.execute-api.eu-west-1.amazonaws.com");
            state.put("executionArn", RecordedApi.EXECUTION_ARN);
            return CompletableFuture.completedFuture(
                    Mocks.ResourceResult.of(Optional.of(resource.name + "-id"), state));
        };
    }

    Map<String, Object> inputs(String resource) {
        return Optional.ofNullable(resources.get(resource))
                .orElseThrow(() -> new AssertionError("no " + resource + " among " + resources.keySet()));
    }
}
