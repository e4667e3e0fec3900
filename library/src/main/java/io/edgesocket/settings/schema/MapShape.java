package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Values under keys that the user chooses. */
public record MapShape(TextShape key, Shape value, int min, int max) implements Shape {

    public static MapShape mapOf(TextShape key, Shape value) {
        return mapOf(key, value, Integer.MAX_VALUE);
    }

    public static MapShape mapOf(TextShape key, Shape value, int max) {
        return mapOf(key, value, 0, max);
    }

    /** @param min how many keys it has at least; with 1 or more it can't be left out */
    public static MapShape mapOf(TextShape key, Shape value, int min, int max) {
        return new MapShape(key, value, min, max);
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (!given.isObject()) {
            return place.refuse(given, "must be " + allowed());
        }
        var fits = min <= given.size() && given.size() <= max;
        if (!fits) {
            place.add(given.size() + " keys", number());
        }
        var values = new LinkedHashMap<String, Object>();
        given.properties().forEach(entry -> {
            var at = place.usersKey(entry.getKey());
            key.read(TextNode.valueOf(entry.getKey()), at)
                    .flatMap(fine -> value.read(entry.getValue(), at))
                    .ifPresent(read -> values.put(entry.getKey(), read));
        });
        return values.size() == given.size() && fits
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private boolean limited() {
        return max < Integer.MAX_VALUE;
    }

    private String number() {
        return min == 0 ? "at most " + max : min + " to " + max;
    }

    @Override
    public JsonNode fromText(String text) {
        return JsonTree.parseOrText(text);
    }

    @Override
    public Optional<JsonNode> absent() {
        return min == 0 ? Optional.of(Shape.object()) : Optional.empty();
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
        if (min > 0) {
            schema.put("minProperties", min);
        }
        return limited() ? schema.put("maxProperties", max) : schema;
    }

    @Override
    public String type() {
        return "map of " + value.type();
    }

    @Override
    public String limits() {
        return (limited() ? number() + "; " : "") + "keys: " + key.limits()
                + (value instanceof GroupShape ? "" : "; values: " + value.limits());
    }

    @Override
    public String allowed() {
        return "an object, in which each key is " + key.limits();
    }
}
