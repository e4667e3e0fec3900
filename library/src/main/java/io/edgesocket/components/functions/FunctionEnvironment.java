package io.edgesocket.components.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.pulumi.core.Output;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Placeholder;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A function's environment variables. */
public record FunctionEnvironment(Map<String, Input> variables) {
    static final FunctionEnvironment EMPTY = new FunctionEnvironment(Map.of());

    public FunctionEnvironment {
        variables = Map.copyOf(variables);
    }

    FunctionEnvironment with(String key, Input value) {
        var more = new HashMap<>(variables);
        more.put(key, value);
        return new FunctionEnvironment(more);
    }

    /** All of them, if there are any; secret as soon as one is. */
    Optional<Output<Map<String, String>>> output() {
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        var keys = List.copyOf(variables.keySet());
        return Optional.of(
                Output.all(keys.stream().map(key -> variables.get(key).output()).toList())
                        .applyValue(values -> zip(keys, values)));
    }

    /** What is known of them, keys and values together. */
    public int bytes() {
        return variables.entrySet().stream()
                .mapToInt(entry -> length(entry.getKey())
                        + entry.getValue()
                                .known()
                                .map(FunctionEnvironment::length)
                                .orElse(0))
                .sum();
    }

    void check(Problems problems) {
        new TreeMap<>(variables).keySet().forEach(key -> checkKey(problems, key));
        var bytes = bytes();
        problems.unless(
                bytes <= LambdaLimits.ENVIRONMENT_MAX_BYTES,
                "environment",
                bytes + " bytes",
                "at most " + LambdaLimits.ENVIRONMENT_MAX_BYTES + " bytes, keys and values together");
    }

    private static void checkKey(Problems problems, String key) {
        if (LambdaLimits.ENVIRONMENT_RESERVED.contains(key)) {
            problems.add(Property.of("environment", key), "a name that Lambda keeps for itself", "another name");
        } else {
            problems.unless(
                    LambdaLimits.ENVIRONMENT_KEY.matcher(key).matches(),
                    "environment",
                    "key \"" + key + "\"",
                    "a letter, then letters, digits and _; at least two characters");
        }
    }

    private static int length(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static Map<String, String> zip(List<String> keys, List<String> values) {
        var all = new HashMap<String, String>();
        for (int i = 0; i < keys.size(); i++) {
            all.put(keys.get(i), Placeholder.ifAbsent(values.get(i), "environment." + keys.get(i)));
        }
        return all;
    }
}
