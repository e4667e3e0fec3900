package io.edgesocket.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.settings.schema.Shape;

/**
 * The settings as a JSON Schema of {@code Pulumi.<stack>.yaml}, for editors to complete and check keys. It uses what
 * draft 7 has, since yaml-language-server, which editors run, knows that draft best.
 */
public final class SettingsSchema {
    private SettingsSchema() {}

    /** The schema, the same bytes each time. */
    public static String json() {
        return tree().toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    private static ObjectNode tree() {
        var schema = Shape.object()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("title", "A stack of EdgeSocket")
                .put("type", "object");
        schema.putObject("properties").set("config", config());
        return schema;
    }

    /** Keys of other namespaces are other programs' and providers'. */
    private static ObjectNode config() {
        var config = Settings.SHAPE.schema();
        config.putObject("patternProperties").put("^(?!" + Settings.NAMESPACE + ":)", true);
        return config;
    }
}
