package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A number from one to another, with or without a fraction. */
public record NumberShape(boolean whole, int from, int to) implements Shape {

    public static NumberShape integer(int from, int to) {
        return new NumberShape(true, from, to);
    }

    public static NumberShape number(int from, int to) {
        return new NumberShape(false, from, to);
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (!isNumber(given) || given.doubleValue() < from || given.doubleValue() > to) {
            return place.refuse(given, "must be " + allowed());
        }
        return Optional.of(whole ? (Object) given.intValue() : (Object) given.doubleValue());
    }

    private boolean isNumber(JsonNode given) {
        return whole ? given.isIntegralNumber() : given.isNumber();
    }

    @Override
    public JsonNode fromText(String text) {
        return JsonTree.parseOrText(text);
    }

    @Override
    public ObjectNode schema() {
        return Shape.schemaOf(type()).put("minimum", from).put("maximum", to);
    }

    @Override
    public String type() {
        return whole ? "integer" : "number";
    }

    @Override
    public String limits() {
        return from + " to " + to;
    }

    @Override
    public String allowed() {
        return (whole ? "an integer from " : "a number from ") + limits() + ", without quotes";
    }
}
