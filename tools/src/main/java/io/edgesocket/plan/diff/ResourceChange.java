package io.edgesocket.plan.diff;

import io.edgesocket.plan.Plan.PlannedResource;
import java.util.List;

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
     */
    record Changed(
            PlannedResource before, PlannedResource resource, List<PropertyChange> inputs, List<PropertyChange> options)
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
}
