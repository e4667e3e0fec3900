package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/**
 * A text that wholly matches an expression.
 *
 * @param expression in the syntax that Java and ECMAScript share: editors read it too
 * @param means      the expression in words that follow "must be"
 * @param max        the most characters
 */
public record TextShape(String expression, String means, int max) implements Shape {

    public static TextShape text(String expression, String means) {
        return new TextShape(expression, means, Integer.MAX_VALUE);
    }

    public static TextShape text(String expression, String means, int max) {
        return new TextShape(expression, means, max);
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (given.isNumber() || given.isBoolean()) {
            return place.refuse(given, "must be text, in quotes: " + allowed());
        }
        return given.isTextual() && fits(given.textValue())
                ? Optional.of(given.textValue())
                : place.refuse(given, "must be " + allowed());
    }

    private boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= max && text.matches(expression);
    }

    private boolean limited() {
        return max < Integer.MAX_VALUE;
    }

    @Override
    public JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema() {
        var schema = Shape.schemaOf("string").put("pattern", "^(" + expression + ")$");
        return limited() ? schema.put("maxLength", max) : schema;
    }

    @Override
    public String type() {
        return "text";
    }

    @Override
    public String limits() {
        return limited() ? means + "; at most " + max + " characters" : means;
    }

    @Override
    public String allowed() {
        return limits();
    }
}
