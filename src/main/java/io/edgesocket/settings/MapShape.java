package io.edgesocket.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Values under keys that the user chooses. */
record MapShape(TextShape key, Shape value, int max) implements Shape {

    static MapShape mapOf(TextShape key, Shape value) {
        return new MapShape(key, value, Integer.MAX_VALUE);
    }

    static MapShape mapOf(TextShape key, Shape value, int max) {
        return new MapShape(key, value, max);
    }

    @Override
    public Optional<Object> read(JsonNode given, Place place) {
        if (!given.isObject()) {
            return place.refuse(given, "must be " + allowed());
        }
        if (given.size() > max) {
            place.add(given.size() + " keys", "at most " + max);
        }
        var values = new LinkedHashMap<String, Object>();
        given.properties().forEach(entry -> {
            var at = place.usersKey(entry.getKey());
            key.read(TextNode.valueOf(entry.getKey()), at)
                    .flatMap(fine -> value.read(entry.getValue(), at))
                    .ifPresent(read -> values.put(entry.getKey(), read));
        });
        return values.size() == given.size() && given.size() <= max
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private boolean limited() {
        return max < Integer.MAX_VALUE;
    }

    @Override
    public JsonNode fromText(String text) {
        return ConfigTree.json(text);
    }

    @Override
    public Optional<JsonNode> absent() {
        return Optional.of(Shape.object());
    }

    @Override
    public boolean mayHoldSecret() {
        return value.mayHoldSecret();
    }

    @Override
    public ObjectNode schema() {
        var schema = Shape.schemaOf("object");
        schema.set("propertyNames", key.schema());
        schema.set("additionalProperties", value.schema());
        return limited() ? schema.put("maxProperties", max) : schema;
    }

    @Override
    public String type() {
        return "map of " + value.type();
    }

    @Override
    public String limits() {
        return (limited() ? "at most " + max + "; " : "") + "keys: " + key.limits()
                + (value instanceof GroupShape ? "" : "; values: " + value.limits());
    }

    @Override
    public String allowed() {
        return "an object, in which each key is " + key.limits();
    }
}
