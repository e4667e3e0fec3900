package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** A group of which one key may stand alone: {@code a} is then as good as <code>{key: a}</code>. */
public record ShorthandShape(String key, Shape alone, GroupShape group) implements Shape {

    public static ShorthandShape orAlone(String key, GroupShape group) {
        return new ShorthandShape(key, group.field(key).orElseThrow().shape(), group);
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        return given.isObject()
                ? group.read(given, place)
                : alone.read(given, place)
                        .flatMap(fine -> group.read(Shape.object().set(key, given), place));
    }

    @Override
    public JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public boolean mayHoldSecret() {
        return group.mayHoldSecret();
    }

    @Override
    public ObjectNode schema() {
        return Shape.either(alone, group);
    }

    @Override
    public String type() {
        return alone.type() + " or " + group.type();
    }

    @Override
    public String limits() {
        return alone.limits();
    }

    @Override
    public String allowed() {
        return alone.allowed() + "; or " + group.allowed();
    }
}
