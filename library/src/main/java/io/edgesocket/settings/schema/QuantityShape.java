package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A whole number with its unit: {@code 30s}, {@code 512MB}.
 *
 * @param units from the smallest to the largest
 * @param from  in the smallest unit, as is {@code to}
 */
public record QuantityShape(String type, List<Unit> units, LongFunction<Object> value, long from, long to)
        implements Shape {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([A-Za-z]+)");

    record Unit(String name, long factor) {}

    public static QuantityShape seconds(int from, int to) {
        var units = List.of(new Unit("s", 1), new Unit("m", 60), new Unit("h", 3_600), new Unit("d", 86_400));
        return new QuantityShape("duration", units, Duration::ofSeconds, from, to);
    }

    public static QuantityShape megabytes(int from, int to) {
        var units = List.of(new Unit("MB", 1), new Unit("GB", 1_024));
        return new QuantityShape("size", units, count -> new Megabytes((int) count), from, to);
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        var amount = given.isTextual() ? amount(given.textValue()) : Optional.<Long>empty();
        return amount.filter(count -> count >= from && count <= to)
                .map(value::apply)
                .or(() -> place.refuse(given, "must be " + allowed()));
    }

    private Optional<Long> amount(String text) {
        var form = FORM.matcher(text);
        return !form.matches()
                ? Optional.empty()
                : units.stream()
                        .filter(unit -> unit.name.equals(form.group(2)))
                        .map(unit -> Long.parseLong(form.group(1)) * unit.factor)
                        .findFirst();
    }

    @Override
    public JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema() {
        return Shape.schemaOf("string").put("pattern", "^[0-9]{1,9}(" + unitNames("|") + ")$");
    }

    private String unitNames(String separator) {
        return units.stream().map(Unit::name).collect(Collectors.joining(separator));
    }

    @Override
    public String limits() {
        return written(from) + " to " + written(to) + "; units " + unitNames(", ");
    }

    /** In the largest unit that leaves a whole number. */
    private String written(long amount) {
        return units.stream()
                .filter(unit -> amount % unit.factor == 0)
                .reduce((smaller, larger) -> larger)
                .map(unit -> amount / unit.factor + unit.name)
                .orElseThrow();
    }

    @Override
    public String allowed() {
        return "a " + type + " from " + limits();
    }
}
