package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Says in a few words what a user wrote. */
final class JsonDescription {
    private static final int SHOWN = 80;

    private JsonDescription() {}

    static String describe(JsonNode given) {
        return switch (given.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> given.isEmpty() ? "an empty list" : "a list of " + given.size();
            case STRING -> given.textValue().isEmpty() ? "nothing" : quoted(given.textValue());
            case NULL, MISSING -> "nothing";
            default -> shortened(given.toString());
        };
    }

    /** On one line, whatever is in it. */
    static String quoted(String text) {
        return TextNode.valueOf(shortened(text)).toString();
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
