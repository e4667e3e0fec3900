package io.edgesocket.plan.diff;

import io.edgesocket.plan.Plan.PlannedResource;
import java.util.List;
import java.util.Optional;

/** What happened to one resource. */
public sealed interface ResourceChange {

    /** The resource in the later plan; in the earlier plan, if it is deleted. */
    PlannedResource resource();

    record Created(PlannedResource resource) implements ResourceChange {}

    record Deleted(PlannedResource resource) implements ResourceChange {}

    /**
     * A resource that is in both plans and differs.
     *
     * @param before  the earlier resource, its references rewritten with the later plan's names
     * @param inputs  what changed in its inputs
     * @param options what changed in its options: {@code parent}, {@code provider}, {@code protect},
     *                {@code dependsOn} and so on
     * @param answer  what the provider says; empty if it wasn't asked
     */
    record Changed(
            PlannedResource before,
            PlannedResource resource,
            List<PropertyChange> inputs,
            List<PropertyChange> options,
            Optional<ProviderAnswer> answer)
            implements ResourceChange {
        public Changed {
            inputs = List.copyOf(inputs);
            options = List.copyOf(options);
        }

        /** Whether it had another URN before, which an alias gives. */
        public boolean isMoved() {
            return !before.urn().equals(resource.urn());
        }
    }

    /**
     * Whether the provider replaces a resource.
     *
     * @param because the properties that it names as the reason, such as {@code triggers}; may be empty
     */
    record ProviderAnswer(boolean replaces, List<String> because) {
        public ProviderAnswer {
            because = List.copyOf(because);
        }
    }
}
