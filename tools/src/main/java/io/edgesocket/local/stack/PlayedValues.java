package io.edgesocket.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.engine.Value;

/** Turns values into plain JSON, secrets included: what is played is not shown. */
final class PlayedValues {
    private PlayedValues() {}

    static ObjectNode object(Value.Fields fields) {
        var object = JsonNodeFactory.instance.objectNode();
        fields.values().forEach((name, value) -> object.set(name, node(value)));
        return object;
    }

    private static JsonNode node(Value value) {
        if (value instanceof Value.Text text) {
            return TextNode.valueOf(text.asGiven());
        }
        if (value instanceof Value.Numeric number) {
            return DecimalNode.valueOf(number.value());
        }
        if (value instanceof Value.Bool bool) {
            return BooleanNode.valueOf(bool.value());
        }
        if (value instanceof Value.Items items) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(items.values().stream().map(PlayedValues::node).toList());
        }
        if (value instanceof Value.Fields fields) {
            return object(fields);
        }
        return value instanceof Value.Secret secret ? node(secret.hidden()) : asset(value);
    }

    private static JsonNode asset(Value value) {
        var asset = JsonNodeFactory.instance.objectNode();
        if (value instanceof Value.FileAsset file) {
            return asset.put(file.archive() ? "$archive" : "$file", file.path());
        }
        if (value instanceof Value.RemoteAsset remote) {
            return asset.put("$remote", remote.address());
        }
        if (value instanceof Value.InlineAsset inline) {
            return asset.put("$text", inline.text());
        }
        return value instanceof Value.AssetArchive archive
                ? asset.set("$archive", object(new Value.Fields(archive.entries())))
                : NullNode.instance;
    }
}
