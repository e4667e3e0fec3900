package io.edgesocket.testing;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.google.gson.ToNumberPolicy;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A stack's configuration as Pulumi hands it to a program: text for a scalar, JSON for an object or a list.
 *
 * @param secretKeys the keys whose value is, or holds, a secret
 */
record StackConfiguration(String project, String stack, Map<String, String> values, Set<String> secretKeys) {
    private static final Gson JSON = new GsonBuilder()
            .disableHtmlEscaping()
            .serializeNulls()
            .setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL)
            .create();

    StackConfiguration {
        values = Map.copyOf(values);
        secretKeys = Set.copyOf(secretKeys);
    }

    static StackConfiguration of(String project, String stack, Map<String, String> values) {
        return new StackConfiguration(project, stack, values, Set.of());
    }

    StackConfiguration with(String path, Object value) {
        var key = Key.of(path);
        var changed = new HashMap<>(values);
        changed.put(key.name(), key.isWhole() ? text(value) : text(changed(key, value)));
        return new StackConfiguration(project, stack, changed, secretKeys);
    }

    StackConfiguration withSecret(String path, String value) {
        var secrets = new HashSet<>(secretKeys);
        secrets.add(Key.of(path).name());
        return new StackConfiguration(project, stack, with(path, value).values, secrets);
    }

    StackConfiguration without(String path) {
        var key = Key.of(path);
        var changed = new HashMap<>(values);
        if (key.isWhole()) {
            changed.remove(key.name());
        } else {
            var root = objectOf(key);
            key.parent(root).remove(key.last());
            changed.put(key.name(), text(root));
        }
        return new StackConfiguration(project, stack, changed, secretKeys);
    }

    private JsonObject changed(Key key, Object value) {
        var root = objectOf(key);
        key.parent(root).add(key.last(), JSON.toJsonTree(value));
        return root;
    }

    private JsonObject objectOf(Key key) {
        var text = values.getOrDefault(key.name(), "");
        try {
            if (text.isBlank()) {
                return new JsonObject();
            }
            if (JsonParser.parseString(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonSyntaxException notJson) {
            // a text, as below
        }
        throw key.leadsThroughNoObject(key.name());
    }

    /** As the Pulumi CLI writes it: an object's names in order, 1.0 as 1. */
    static String text(Object value) {
        var ordered = ordered(value);
        return ordered instanceof Map || ordered instanceof Collection ? JSON.toJson(ordered) : String.valueOf(ordered);
    }

    private static Object ordered(Object value) {
        if (value instanceof JsonElement json) {
            return ordered(JSON.fromJson(json, Object.class));
        }
        if (value instanceof Map<?, ?> object) {
            var ordered = new TreeMap<String, Object>();
            object.forEach((name, entry) -> ordered.put(String.valueOf(name), ordered(entry)));
            return ordered;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(StackConfiguration::ordered).toList();
        }
        return value instanceof Double number && !number.isInfinite() && !number.isNaN()
                ? new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString())
                : value;
    }

    /** A key, and the way to what stands within it. */
    private record Key(String name, List<String> steps) {
        static Key of(String path) {
            var namespace = path.indexOf(':');
            if (namespace <= 0) {
                throw new IllegalArgumentException(
                        "\"" + path + "\": no namespace; a key is written in full, as in aws:region");
            }
            var steps = List.of(path.substring(namespace + 1).split("\\."));
            return new Key(path.substring(0, namespace + 1) + steps.get(0), steps.subList(1, steps.size()));
        }

        boolean isWhole() {
            return steps.isEmpty();
        }

        String last() {
            return steps.get(steps.size() - 1);
        }

        /** The object that holds the last step; made, where there is none yet. */
        JsonObject parent(JsonObject root) {
            var parent = root;
            for (var step : steps.subList(0, steps.size() - 1)) {
                if (!parent.has(step)) {
                    parent.add(step, new JsonObject());
                }
                if (!parent.get(step).isJsonObject()) {
                    throw leadsThroughNoObject(step);
                }
                parent = parent.getAsJsonObject(step);
            }
            return parent;
        }

        IllegalArgumentException leadsThroughNoObject(String step) {
            return new IllegalArgumentException(name + "." + String.join(".", steps) + ": " + step
                    + " is no object, so nothing can be set within it; set it as a whole");
        }
    }
}
