package io.edgesocket.components;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.pulumi.core.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A function's environment variables: those known when the program runs, and those that are not, or are secret. */
record FunctionEnvironment(Map<String, String> known, Map<String, Output<String>> computed) {
    static final FunctionEnvironment EMPTY = new FunctionEnvironment(Map.of(), Map.of());

    FunctionEnvironment {
        known = Map.copyOf(known);
        computed = Map.copyOf(computed);
    }

    FunctionEnvironment with(String key, String value) {
        return new FunctionEnvironment(plus(known, key, value), minus(computed, key));
    }

    FunctionEnvironment with(String key, Output<String> value) {
        return new FunctionEnvironment(minus(known, key), plus(computed, key, value));
    }

    /** All of them, if there are any; secret as soon as one is. */
    Optional<Output<Map<String, String>>> variables() {
        if (known.isEmpty() && computed.isEmpty()) {
            return Optional.empty();
        }
        var keys = List.copyOf(computed.keySet());
        return Optional.of(Output.all(keys.stream().map(computed::get).toList()).applyValue(values -> {
            var all = new HashMap<>(known);
            for (int i = 0; i < keys.size(); i++) {
                all.put(keys.get(i), values.get(i));
            }
            return all;
        }));
    }

    void check(Problems problems) {
        var keys = new TreeSet<>(known.keySet());
        keys.addAll(computed.keySet());
        keys.forEach(key -> checkKey(problems, key));
        var bytes = keys.stream().mapToInt(key -> length(key) + length(known.getOrDefault(key, ""))).sum();
        problems.unless(bytes <= LambdaLimits.ENVIRONMENT_MAX_BYTES, "environment", bytes + " bytes",
                "at most " + LambdaLimits.ENVIRONMENT_MAX_BYTES + " bytes, keys and values together");
    }

    private static void checkKey(Problems problems, String key) {
        problems.unless(!LambdaLimits.ENVIRONMENT_RESERVED.contains(key), "environment." + key,
                "a name that Lambda keeps for itself", "another name");
        problems.unless(LambdaLimits.ENVIRONMENT_RESERVED.contains(key)
                        || LambdaLimits.ENVIRONMENT_KEY.matcher(key).matches(),
                "environment", "key \"" + key + "\"", "a letter, then letters, digits and _, two or more together");
    }

    private static int length(String text) {
        return text.getBytes(UTF_8).length;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static <V> Map<String, V> minus(Map<String, V> map, String key) {
        var changed = new HashMap<>(map);
        changed.remove(key);
        return changed;
    }
}
