package io.edgesocket.engine;

import java.util.List;

/**
 * Everything that one run of a program registered.
 *
 * @param resources in the order of registration, the stack itself first
 * @param outputs   the stack's outputs
 */
public record Registrations(String project, String stack, List<Registration> resources, Value.Fields outputs) {
    public Registrations {
        resources = List.copyOf(resources);
    }
}
