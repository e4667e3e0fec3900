package io.edgesocket.settings.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/**
 * Makes a tree of a JSON text. Jackson's {@code ObjectMapper} would too, but it takes 70 ms of processor time to get
 * ready, and a program that reads its settings should start at once.
 */
public record JsonTree(JsonParser parser) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws IOException if the text is not one JSON value, or has a key twice */
    public static JsonNode parse(String text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            var tree = new JsonTree(parser).value();
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return tree;
        }
    }

    /** The JSON in a text; the text itself if it holds none, for its shape to refuse. */
    public static JsonNode parseOrText(String text) {
        try {
            return parse(text);
        } catch (IOException notJson) {
            return TextNode.valueOf(text);
        }
    }

    private JsonNode value() throws IOException {
        var nodes = JsonNodeFactory.instance;
        if (parser.currentToken() == null) {
            throw new IOException("no value");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private JsonNode object() throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            parser.nextToken();
            object.set(key, value());
        }
        return object;
    }

    private JsonNode array() throws IOException {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }
}
