package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** A value, or a list of them; either way it is read as a list. */
public record OneOrMoreShape(Shape item, ListShape items) implements Shape {

    public static OneOrMoreShape oneOrMore(Shape item, int max) {
        return new OneOrMoreShape(item, ListShape.listOf(item, 1, max));
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        return given.isArray()
                ? items.read(given, place)
                : item.read(given, place).map(List::of);
    }

    @Override
    public JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema() {
        return Shape.either(item, items);
    }

    @Override
    public String type() {
        return item.type() + " or " + items.type();
    }

    @Override
    public String limits() {
        return item.limits() + "; or " + items.allowed();
    }

    @Override
    public String allowed() {
        return limits();
    }
}
