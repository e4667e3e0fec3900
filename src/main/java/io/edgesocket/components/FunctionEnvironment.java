package io.edgesocket.components;

import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.Map;

/** A function's environment variables: those known when the program runs, and those that are not, or are secret. */
record FunctionEnvironment(Map<String, String> known, Map<String, Output<String>> computed) {
    static final FunctionEnvironment EMPTY = new FunctionEnvironment(Map.of(), Map.of());

    FunctionEnvironment with(String key, String value) {
        return new FunctionEnvironment(plus(known, key, value), minus(computed, key));
    }

    FunctionEnvironment with(String key, Output<String> value) {
        return new FunctionEnvironment(minus(known, key), plus(computed, key, value));
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        var changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static <V> Map<String, V> minus(Map<String, V> map, String key) {
        var changed = new LinkedHashMap<>(map);
        changed.remove(key);
        return changed;
    }
}
