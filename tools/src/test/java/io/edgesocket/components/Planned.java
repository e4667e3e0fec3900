package io.edgesocket.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.handlers.EchoHandler;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.Planner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What a program of the stack {@code dev} of the project {@code shop} registers, references and options with it. */
public record Planned(Plan plan) {

    public static Planned of(Consumer<Context> program) {
        var stack = new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
        return new Planned(Planner.plan(Engine.run(stack, program), Path.of("")));
    }

    /** One of this repository's own functions. */
    public static NewFunction function(String name) {
        return new NewFunction(name, functionArgs().build());
    }

    public static LambdaFunctionArgs.Builder functionArgs() {
        return LambdaFunctionArgs.builder().code(FunctionCode.java(EchoHandler.class));
    }

    /** All but components and providers, as {@code Stage chat-stage}. */
    public List<String> resources() {
        return plan.resources().stream()
                .filter(PlannedResource::custom)
                .map(Planned::shown)
                .filter(shown -> !shown.equals("aws us-east-1"))
                .toList();
    }

    /** @param resource as in {@code Stage chat-stage} */
    public PlannedResource resource(String resource) {
        return plan.resources().stream()
                .filter(planned -> shown(planned).equals(resource))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + resource + " among " + resources()));
    }

    public JsonNode inputs(String resource) {
        return resource(resource).inputs();
    }

    public List<String> dependencies(String resource) {
        return resource(resource).dependsOn().stream()
                .map(urn -> urn.replaceFirst(".*:([^:]+)::([^:]+)$", "$1 $2"))
                .toList();
    }

    public static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String shown(PlannedResource planned) {
        return planned.type().substring(planned.type().lastIndexOf(':') + 1) + " " + planned.name();
    }
}
