package io.edgesocket.iam;

import static java.util.stream.Collectors.toMap;

import io.edgesocket.engine.Registration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which component of the program each resource belongs to. */
record Components(Map<String, Registration> resources) {
    Components(List<Registration> resources) {
        this(resources.stream().collect(toMap(Registration::urn, Function.identity())));
    }

    /** The name of the outermost; of the resource itself if it is in none. */
    String of(Registration resource) {
        return parent(resource)
                .filter(parent -> parent.parent().isPresent())
                .map(this::of)
                .orElse(resource.name());
    }

    private Optional<Registration> parent(Registration resource) {
        return resource.parent().map(resources::get);
    }
}
