package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A list in which nothing stands twice. */
public record ListShape(Shape item, int min, int max) implements Shape {

    public static ListShape listOf(Shape item, int min, int max) {
        return new ListShape(item, min, max);
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (!given.isArray() || !fits(given.size())) {
            return place.refuse(given, "must be " + allowed());
        }
        var values = new ArrayList<Object>();
        var seen = new HashSet<JsonNode>();
        for (int i = 0; i < given.size(); i++) {
            item(given.get(i), place.item(i), seen).ifPresent(values::add);
        }
        return values.size() == given.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    public boolean fits(int size) {
        return size >= min && size <= max;
    }

    private Optional<Object> item(JsonNode given, Location place, HashSet<JsonNode> seen) {
        return seen.add(given) ? item.read(given, place) : place.refuse(given, "stands in the list already");
    }

    @Override
    public JsonNode fromText(String text) {
        return JsonTree.parseOrText(text);
    }

    @Override
    public Optional<JsonNode> absent() {
        return min == 0 ? Optional.of(JsonNodeFactory.instance.arrayNode()) : Optional.empty();
    }

    @Override
    public boolean mayHoldSecret() {
        return item.mayHoldSecret();
    }

    @Override
    public ObjectNode schema() {
        var schema = Shape.schemaOf("array").put("minItems", min).put("uniqueItems", true);
        schema.set("items", item.schema());
        return schema.put("maxItems", max);
    }

    public String counted() {
        return min == 0 ? "at most " + max : min + " to " + max;
    }

    @Override
    public String type() {
        return "list of " + item.type();
    }

    @Override
    public String limits() {
        return counted() + "; each " + item.limits();
    }

    @Override
    public String allowed() {
        return "a list of " + counted();
    }
}
