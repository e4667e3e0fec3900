package io.edgesocket.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the inputs of a service's resources that have no effect in the local run. An input that the table doesn't know
 * is among them: nothing that is registered is ignored silently.
 *
 * @param played   the inputs that have an effect, or only describe
 * @param reasons  why an input has none, by its name; the others have {@code has no effect here}
 * @param isAbsent whether an input of this name and value is the same as none
 */
public record IgnoredInputs(List<Played> played, Map<String, String> reasons, BiPredicate<String, JsonNode> isAbsent) {
    private static final String NO_EFFECT = "has no effect here";

    public IgnoredInputs {
        played = List.copyOf(played);
        reasons = Map.copyOf(reasons);
    }

    /**
     * The inputs that are played of one type of resource, or of one of its inputs that has inputs itself.
     *
     * @param in empty for the resource itself; else the name of one of its inputs, an object or a list of objects
     */
    public record Played(String type, String in, Set<String> inputs) {
        public Played {
            inputs = Set.copyOf(inputs);
        }
    }

    /** The types of resources in the table. */
    public Stream<String> types() {
        return played.stream().map(Played::type).distinct();
    }

    /** A text for each input without effect, such as {@code origins.originShield: has no effect here}. */
    public Stream<String> of(PlayedResource resource) {
        return played.stream()
                .filter(each -> each.type().equals(resource.type()))
                .flatMap(each -> in(each, resource.inputs()));
    }

    private Stream<String> in(Played known, JsonNode inputs) {
        if (known.in().isEmpty()) {
            return ignored(inputs, known.inputs(), "");
        }
        var nested = inputs.path(known.in());
        return (nested.isArray() ? StreamSupport.stream(nested.spliterator(), false) : Stream.of(nested))
                .flatMap(each -> ignored(each, known.inputs(), known.in() + "."));
    }

    private Stream<String> ignored(JsonNode inputs, Set<String> known, String place) {
        return inputs.properties().stream()
                .filter(input -> !known.contains(input.getKey()))
                .filter(input -> !isAbsent.test(input.getKey(), input.getValue()))
                .map(input -> place + input.getKey() + ": " + reasons.getOrDefault(input.getKey(), NO_EFFECT));
    }

    /** Whether a value is an empty list or object, or a text, number or truth value among the given ones. */
    public static boolean isEmpty(JsonNode value, Set<String> words) {
        return value.isContainerNode() ? value.isEmpty() : words.contains(value.asText());
    }
}
