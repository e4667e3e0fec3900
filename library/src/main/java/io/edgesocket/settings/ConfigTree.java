package io.edgesocket.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.settings.schema.Field;
import io.edgesocket.settings.schema.Shape;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stack's configuration as the tree that stands in its file under {@code config:}. Pulumi gives every value as text:
 * {@code 5} and {@code "5"} are the same to it at the top level, and only there. A key without a value is empty text. It
 * counts as left out, as a group looks like that when all of its keys are commented out.
 */
final class ConfigTree {
    private ConfigTree() {}

    static ObjectNode of(Map<String, String> config) {
        var tree = Shape.object();
        new TreeMap<>(config).forEach((key, text) -> {
            var shape = Settings.SHAPE.field(key).map(Field::shape);
            if (shape.isEmpty() && key.startsWith(Settings.NAMESPACE + ":")) {
                tree.put(key, text);
            } else if (!text.isBlank()) {
                shape.ifPresent(known -> tree.set(key, known.fromText(text)));
            }
        });
        return tree;
    }
}
