package io.edgesocket.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.settings.EffectiveSettings;
import io.edgesocket.settings.schema.EffectiveValues;
import io.edgesocket.settings.schema.EffectiveValues.Origin;
import io.edgesocket.settings.schema.EffectiveValues.Row;
import java.util.HashSet;
import java.util.TreeSet;

/** A stack's settings for the console: what each is, and where that comes from. A secret is in none of them. */
final class StackSettings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_THE_PROGRAM = "The program or a provider reads it: it is none of the settings.";

    private StackSettings() {}

    /** First the settings, in their order; then what else is configured. */
    static ArrayNode of(StackConfig config) {
        var all = JSON.createArrayNode();
        var others = new TreeSet<>(config.values().keySet());
        var told = new HashSet<String>();
        EffectiveSettings.of(config.values(), config.secretKeys()).forEach(row -> {
            told.add(top(row));
            all.add(setting(row.key(), row.value(), from(row, config), row.description()));
        });
        others.removeAll(told);
        others.forEach(key -> all.add(setting(key, other(key, config), source(key, config), OF_THE_PROGRAM)));
        return all;
    }

    private static ObjectNode setting(String key, String value, String from, String description) {
        return JSON.createObjectNode()
                .put("key", key)
                .put("value", value)
                .put("from", from)
                .put("description", description);
    }

    private static String from(Row row, StackConfig config) {
        if (row.origin() == Origin.GIVEN) {
            return source(top(row), config);
        }
        return row.origin() == Origin.DEFAULT ? "default" : "not set";
    }

    /** {@code edgesocket:stage} of {@code edgesocket:stage.name}. */
    private static String top(Row row) {
        return row.key().split("[.\\[]", 2)[0];
    }

    private static String source(String key, StackConfig config) {
        return config.sources().getOrDefault(key, "the configuration");
    }

    private static String other(String key, StackConfig config) {
        return config.secretKeys().contains(key)
                ? EffectiveValues.SECRET
                : config.values().get(key);
    }
}
