package io.edgesocket.components.internal;

import java.util.List;
import java.util.stream.Stream;

/** Which argument of a component is meant: a step for each level. A step may hold a dot, as the keys of users do. */
public record Property(List<String> steps) {
    public Property {
        steps = List.copyOf(steps);
    }

    public static Property of(String... steps) {
        return new Property(List.of(steps));
    }

    /** What is below this one. */
    public Property then(String... below) {
        return then(List.of(below));
    }

    Property then(List<String> below) {
        return new Property(Stream.concat(steps.stream(), below.stream()).toList());
    }

    /** As it is written in messages: {@code stage.variables.colour}. */
    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
