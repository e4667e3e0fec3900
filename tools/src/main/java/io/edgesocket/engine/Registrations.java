package io.edgesocket.engine;

import java.util.List;

/**
 * Everything that one run of a program registered.
 *
 * @param resources in the order of registration, the stack itself first
 * @param outputs   the stack's outputs
 * @param warnings  the program's warnings through {@code ctx.log()}
 */
public record Registrations(
        String project, String stack, List<Registration> resources, Value.Fields outputs, List<String> warnings) {
    public Registrations {
        resources = List.copyOf(resources);
        warnings = List.copyOf(warnings);
    }
}
