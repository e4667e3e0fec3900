package io.edgesocket.plan.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/**
 * A resource's inputs as the engine writes them, without what is for the engine alone: secrets, files and values that aren't
 * known yet are written as a plan has them.
 *
 * @see <a href="https://github.com/pulumi/pulumi/blob/v3.200.0/sdk/go/common/resource/sig/sig.go">signatures</a>
 * @see <a href="https://github.com/pulumi/pulumi/blob/v3.200.0/sdk/go/common/resource/plugin/rpc.go">unknown values</a>
 */
final class PreviewValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final Set<String> ASSETS = Set.of(
            "c44067f5952c0a294b673a41bacd8c17", // an asset
            "0def7320c3a5731c473e5ecbe6d01bc7"); // an archive
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final Set<String> UNKNOWN = Set.of(
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");
    private static final TextNode UNTIL_DEPLOYED = TextNode.valueOf("[known after deployment]");
    private static final TextNode HIDDEN = TextNode.valueOf("[secret]");
    /** The provider's note of which inputs it filled in itself. */
    private static final String DEFAULTS = "__defaults";

    private PreviewValues() {}

    static ObjectNode of(JsonNode inputs) {
        return inputs instanceof ObjectNode object ? fields(object) : JSON.objectNode();
    }

    private static JsonNode shown(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object(object);
        }
        if (value instanceof ArrayNode list) {
            var shown = JSON.arrayNode();
            list.forEach(item -> shown.add(shown(item)));
            return shown;
        }
        return value.isTextual() && UNKNOWN.contains(value.textValue()) ? UNTIL_DEPLOYED : value;
    }

    private static JsonNode object(ObjectNode object) {
        var signature = object.path(SIGNATURE).asText();
        if (signature.equals(SECRET)) {
            return HIDDEN;
        }
        return ASSETS.contains(signature)
                ? JSON.objectNode()
                        .put("$asset", object.path("path").asText("inline"))
                        .put("sha256", object.path("hash").asText())
                : fields(object);
    }

    private static ObjectNode fields(ObjectNode object) {
        var shown = JSON.objectNode();
        object.properties().stream()
                .filter(field -> !field.getKey().equals(DEFAULTS))
                .forEach(field -> shown.set(field.getKey(), shown(field.getValue())));
        return shown;
    }
}
