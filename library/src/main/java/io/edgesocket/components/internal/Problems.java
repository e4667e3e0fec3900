package io.edgesocket.components.internal;

import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a component's arguments, so that all of it is reported at once. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String property, String given, String allowed) {
        add(Property.of(property), given, allowed);
    }

    public void add(Property property, String given, String allowed) {
        found.add(new Problem(property.steps(), given, allowed));
    }

    public void unless(boolean fine, String property, String given, String allowed) {
        unless(fine, Property.of(property), given, allowed);
    }

    public void unless(boolean fine, Property property, String given, String allowed) {
        if (!fine) {
            add(property, given, allowed);
        }
    }

    /** Takes over what is wrong with a part. */
    public void addAll(Property part, List<Problem> others) {
        others.forEach(problem -> add(part.then(problem.path()), problem.given(), problem.allowed()));
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** As {@link #raise(String, String)}, of what has no name. */
    public void raise(String of) {
        if (!found.isEmpty()) {
            throw new InvalidArgumentsException(of, found);
        }
    }

    /** Throws {@link InvalidArgumentsException} with everything found, if anything was. */
    public void raise(String component, String name) {
        if (!found.isEmpty()) {
            throw new InvalidArgumentsException(component, name, found);
        }
    }
}
