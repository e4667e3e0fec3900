package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code true} or {@code false}, and no other word for them. */
public record FlagShape() implements Shape {

    public static FlagShape flag() {
        return new FlagShape();
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        return given.isBoolean() ? Optional.of(given.booleanValue()) : place.refuse(given, "must be " + allowed());
    }

    @Override
    public JsonNode fromText(String text) {
        return JsonTree.parseOrText(text);
    }

    @Override
    public ObjectNode schema() {
        return Shape.schemaOf("boolean");
    }

    @Override
    public String type() {
        return "boolean";
    }

    @Override
    public String limits() {
        return "";
    }

    @Override
    public String allowed() {
        return "true or false, without quotes";
    }
}
