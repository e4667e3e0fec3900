package io.edgesocket.plan;

import io.edgesocket.plan.ResourceChange.Changed;
import io.edgesocket.plan.ResourceChange.Created;
import io.edgesocket.plan.ResourceChange.Deleted;
import java.util.List;

/** What a difference means for the stack, as far as that is known. Two stacks side by side have none on each other. */
record Impact(PlanDiff diff) {

    boolean replaces(Changed change) {
        return change.inputs().stream().anyMatch(input -> forcesReplacement(change, input));
    }

    boolean forcesReplacement(Changed change, PropertyChange input) {
        return diff.isOneStack()
                && !isIgnored(change, input)
                && Replacements.forcedBy(change.resource().type(), input.path().top());
    }

    boolean isIgnored(Changed change, PropertyChange input) {
        return diff.isOneStack() && change.resource().ignoreChanges().stream().anyMatch(input.path()::isWithin);
    }

    int created() {
        return count(Created.class);
    }

    int changed() {
        return count(Changed.class);
    }

    int deleted() {
        return count(Deleted.class);
    }

    int replaced() {
        return (int) diff.resources().stream()
                .filter(change -> change instanceof Changed changed && replaces(changed))
                .count();
    }

    List<ResourceChange> security() {
        return diff.resources().stream().filter(Security::concerns).toList();
    }

    List<ResourceChange> others() {
        return diff.resources().stream()
                .filter(change -> !Security.concerns(change))
                .toList();
    }

    private int count(Class<? extends ResourceChange> kind) {
        return (int) diff.resources().stream().filter(kind::isInstance).count();
    }
}
