package io.edgesocket.plan.diff;

import io.edgesocket.plan.Plan.PlannedResource;
import java.util.List;

/** What happened to one resource. */
public sealed interface ResourceChange {

    /** The resource as it will be; as it was, if it is deleted. */
    PlannedResource resource();

    record Created(PlannedResource resource) implements ResourceChange {}

    record Deleted(PlannedResource resource) implements ResourceChange {}

    /**
     * The same resource, differently.
     *
     * @param before  its references read in the later plan's words
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

        /** Whether an alias carried it over from another URN. */
        public boolean isMoved() {
            return !before.urn().equals(resource.urn());
        }
    }
}
