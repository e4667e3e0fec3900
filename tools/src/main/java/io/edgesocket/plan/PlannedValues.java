package io.edgesocket.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.engine.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes values as a plan shows them. */
record PlannedValues(ReferenceNames names, Assets assets) {
    static final String SECRET = "[secret]";
    static final String UNKNOWN = "[unknown]";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode object(Value.Fields fields) {
        var object = JSON.objectNode();
        fields.values().forEach((name, value) -> object.set(name, node(value)));
        return object;
    }

    private JsonNode node(Value value) {
        if (value instanceof Value.Text text) {
            return TextNode.valueOf(text(text.parts()));
        }
        if (value instanceof Value.Numeric number) {
            return number(number.value());
        }
        if (value instanceof Value.Bool bool) {
            return BooleanNode.valueOf(bool.value());
        }
        if (value instanceof Value.Items items) {
            return JSON.arrayNode()
                    .addAll(items.values().stream().map(this::node).toList());
        }
        if (value instanceof Value.Fields fields) {
            return object(fields);
        }
        if (value instanceof Value.Secret) {
            return TextNode.valueOf(SECRET);
        }
        if (value instanceof Value.Unknown) {
            return TextNode.valueOf(UNKNOWN);
        }
        return value instanceof Value.Absent ? NullNode.instance : asset(value);
    }

    /** The number as a JSON parser would read it, so that a plan equals the same plan read from a file. */
    private static JsonNode number(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return JSON.numberNode(number.doubleValue());
        }
        var whole = number.longValueExact();
        return (int) whole == whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
    }

    private String text(List<Value.Part> parts) {
        return parts.stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Value.Part part) {
        if (part instanceof Value.Reference reference) {
            return "${" + names.of(reference.urn()) + "." + reference.output() + (reference.whole() ? "}" : "*}");
        }
        return ((Value.Literal) part).text().replace("${", "$${");
    }

    private ObjectNode asset(Value value) {
        var asset = JSON.objectNode();
        if (value instanceof Value.RemoteAsset remote) {
            return asset.put("$asset", Assets.address(remote));
        }
        if (value instanceof Value.AssetArchive archive) {
            asset.set("$asset", object(new Value.Fields(archive.entries())));
        } else {
            asset.put("$asset", value instanceof Value.FileAsset file ? assets.path(file) : "inline");
        }
        return asset.put("sha256", assets.hash(value));
    }
}
