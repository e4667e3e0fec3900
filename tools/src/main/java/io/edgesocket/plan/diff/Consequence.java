package io.edgesocket.plan.diff;

import io.edgesocket.plan.Plan.PlannedResource;
import java.util.List;

/**
 * A resource whose inputs are written as before, and that is updated nevertheless: they take outputs of a resource that is
 * replaced or published anew, as a stage takes the id of its deployment.
 *
 * @param inputs what is known after deployment only, in the order in which it stands
 */
public record Consequence(PlannedResource resource, List<Input> inputs) {
    public Consequence {
        inputs = List.copyOf(inputs);
    }

    /** Whether what follows replaces it. */
    public boolean isReplaced() {
        return inputs.stream().anyMatch(Input::forcesReplacement);
    }

    /**
     * One input, or a part of one.
     *
     * @param from               the resource whose output it takes
     * @param forcesReplacement whether a new value of it replaces the resource
     */
    public record Input(PropertyPath path, PlannedResource from, boolean forcesReplacement) {}
}
