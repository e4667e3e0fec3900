package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a few words, and what it stands for. */
public record ChoiceShape(String type, List<String> words, Function<String, Object> value) implements Shape {

    /** @param name AWS's name for a value */
    public static <E> ChoiceShape oneOf(E[] values, Function<E, String> name) {
        Map<String, Object> named = Arrays.stream(values)
                .collect(Collectors.toMap(name, value -> value, (one, other) -> one, LinkedHashMap::new));
        return new ChoiceShape("text", List.copyOf(named.keySet()), named::get);
    }

    /** Days, {@code 14d} being fourteen. */
    public static ChoiceShape days(List<Integer> choices) {
        return new ChoiceShape(
                "duration", choices.stream().map(days -> days + "d").toList(), ChoiceShape::days);
    }

    private static Duration days(String word) {
        return Duration.ofDays(Long.parseLong(word.substring(0, word.length() - 1)));
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        return given.isTextual() && words.contains(given.textValue())
                ? Optional.of(value.apply(given.textValue()))
                : place.refuse(given, "must be " + allowed());
    }

    @Override
    public JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema() {
        var schema = Shape.schemaOf("string");
        words.forEach(schema.putArray("enum")::add);
        return schema;
    }

    @Override
    public String limits() {
        return String.join(", ", words);
    }

    @Override
    public String allowed() {
        return "one of " + limits();
    }
}
