package io.edgesocket.plan.diff;

import static java.util.stream.Collectors.toSet;

import io.edgesocket.plan.Plan;
import java.util.List;

/**
 * What differs between two plans: of one stack over time, or of two stacks of a project.
 *
 * <p>Two resources are the same if they have the same URN, apart from the stack's name. They are also the same if an
 * alias of the later one, or of its parent, gives the earlier URN. URNs in here are without
 * {@code urn:pulumi:<stack>::}.
 *
 * <p>A secret is {@code [secret]} in both plans, so a changed secret is not a difference here.
 *
 * @param resources created and changed ones in the later plan's order, then the deleted ones in the earlier plan's
 * @param consequences what follows from these, in the later plan's order; of one stack over time alone
 * @param outputs   what changed in the stack's outputs
 * @param unchanged how many resources and components are the same in both, and don't follow
 */
public record PlanDiff(
        Side before,
        Side after,
        List<ResourceChange> resources,
        List<Consequence> consequences,
        List<PropertyChange> outputs,
        int unchanged) {

    public PlanDiff {
        resources = List.copyOf(resources);
        consequences = List.copyOf(consequences);
        outputs = List.copyOf(outputs);
    }

    public static PlanDiff between(Plan before, Plan after) {
        return new PlanComparison(StackNeutral.of(before), StackNeutral.of(after)).diff();
    }

    PlanDiff with(List<Consequence> found) {
        var changed = resources.stream().map(change -> change.resource().urn()).collect(toSet());
        var same = found.stream()
                .filter(consequence -> !changed.contains(consequence.resource().urn()))
                .count();
        return new PlanDiff(before, after, resources, found, outputs, unchanged - (int) same);
    }

    public boolean isEmpty() {
        return resources.isEmpty() && outputs.isEmpty();
    }

    /** Whether this is one stack over time, and not two stacks side by side. */
    public boolean isOneStack() {
        return before.equals(after);
    }

    /** One of the two plans. */
    public record Side(String project, String stack) {}
}
