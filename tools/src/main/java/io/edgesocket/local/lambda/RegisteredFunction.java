package io.edgesocket.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Lambda function as the program registered it, with Lambda's defaults for what was left out.
 *
 * @param region where it would run
 * @param layers in the order in which Lambda puts them into {@code /opt}
 */
record RegisteredFunction(PlayedResource resource, String region, List<RegisteredLayer> layers) {
    static final String TYPE = "aws:lambda/function:Function";
    /** Seconds. */
    private static final int TIMEOUT_DEFAULT = 3;
    /** MB. */
    private static final int MEMORY_DEFAULT = 128;
    /** The limit of an account, for all its functions together. */
    private static final int CONCURRENCY_DEFAULT = 1_000;

    /** Inputs without effect here that would change what the code sees, or how a call ends. */
    private static final List<String> NOT_PLAYED =
            List.of("vpcConfig", "fileSystemConfig", "ephemeralStorage", "deadLetterConfig", "snapStart");

    RegisteredFunction {
        layers = List.copyOf(layers);
    }

    String urn() {
        return resource.urn();
    }

    /** Whether an environment of this one can be used for the other. */
    boolean isPlayedAs(RegisteredFunction other) {
        return name().equals(other.name())
                && region.equals(other.region)
                && layers.equals(other.layers)
                && resource.inputs().equals(other.resource.inputs());
    }

    String name() {
        return resource.name();
    }

    String runtime() {
        return resource.text("runtime");
    }

    String handler() {
        return resource.text("handler");
    }

    JsonNode code() {
        return resource.inputs().path("code");
    }

    /** What is deployed: the code, and what of the layers is on this machine. */
    Files files() {
        return new Files(
                code(), layers.stream().flatMap(layer -> layer.code().stream()).toList());
    }

    record Files(JsonNode code, List<JsonNode> layers) {
        Files {
            layers = List.copyOf(layers);
        }
    }

    /** The processor that it runs on. */
    String architecture() {
        return resource.inputs().path("architectures").path(0).asText("x86_64");
    }

    Duration timeout() {
        return Duration.ofSeconds(resource.inputs().path("timeout").asInt(TIMEOUT_DEFAULT));
    }

    int memoryMb() {
        return resource.inputs().path("memorySize").asInt(MEMORY_DEFAULT);
    }

    /** Calls at a time. A reservation of -1 is none. */
    int concurrency() {
        var reserved = resource.inputs().path("reservedConcurrentExecutions").asInt(-1);
        return reserved < 0 ? CONCURRENCY_DEFAULT : reserved;
    }

    List<String> notPlayed() {
        return Stream.concat(
                        NOT_PLAYED.stream()
                                .filter(input -> !resource.inputs().path(input).isEmpty()),
                        layers.stream()
                                .filter(layer -> layer.code().isEmpty())
                                .map(layer -> "the layer " + layer.arn() + ", whose files aren't this program's"))
                .toList();
    }

    /** Whether it is registered with this variable. */
    boolean sets(String variable) {
        return ownVariables().has(variable);
    }

    private JsonNode ownVariables() {
        return resource.inputs().path("environment").path("variables");
    }

    /** The variables as registered, and those that Lambda sets. */
    Map<String, String> variables() {
        var variables = new HashMap<>(LambdaVariables.of(this));
        ownVariables()
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }
}
