package io.edgesocket.components;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a component's arguments, so that all of it is reported at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(String property, String given, String allowed) {
        found.add(new Problem(property, given, allowed));
    }

    void unless(boolean fine, String property, String given, String allowed) {
        if (!fine) {
            add(property, given, allowed);
        }
    }

    /** Takes over what is wrong with a part. */
    void addAll(String part, Problems others) {
        others.found.forEach(problem -> add(part + "." + problem.property(), problem.given(), problem.allowed()));
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    /** Throws {@link InvalidArgumentsException} with everything found, if anything was. */
    void raise(String component, String name) {
        if (!found.isEmpty()) {
            throw new InvalidArgumentsException(component, name, found);
        }
    }
}
