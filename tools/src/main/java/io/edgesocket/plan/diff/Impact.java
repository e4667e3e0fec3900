package io.edgesocket.plan.diff;

import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Created;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import io.edgesocket.plan.diff.ResourceChange.ProviderAnswer;
import java.util.Comparator;
import java.util.List;

/** What a difference means for the stack, as far as that is known. Two stacks have no effect on each other. */
public record Impact(PlanDiff diff) {

    /** What the provider says counts; where it wasn't asked, what is known of its types. */
    public boolean replaces(Changed change) {
        return change.answer()
                .map(ProviderAnswer::replaces)
                .orElseGet(() -> change.inputs().stream().anyMatch(input -> forcesReplacement(change, input)));
    }

    public boolean forcesReplacement(Changed change, PropertyChange input) {
        return diff.isOneStack()
                && !isIgnored(change, input)
                && change.answer()
                        .map(answer -> answer.because().stream().anyMatch(input.path()::isWithin))
                        .orElseGet(() -> Replacements.forcedBy(change.resource().type(), input));
    }

    public boolean isIgnored(Changed change, PropertyChange input) {
        return diff.isOneStack() && change.resource().ignoreChanges().stream().anyMatch(input.path()::isWithin);
    }

    /** Whether nothing of it takes effect: all that changed is covered by {@code ignoreChanges}. */
    public boolean isIgnored(Changed change) {
        return !change.isMoved()
                && change.options().isEmpty()
                && change.inputs().stream().allMatch(input -> isIgnored(change, input));
    }

    public int created() {
        return count(Created.class);
    }

    public int changed() {
        return count(Changed.class);
    }

    public int deleted() {
        return count(Deleted.class);
    }

    public int replaced() {
        return (int) diff.resources().stream()
                .filter(change -> change instanceof Changed changed && replaces(changed))
                .count();
    }

    /** Those that decide who may connect stand first: an authorizer that is gone, say. */
    public List<ResourceChange> security() {
        return diff.resources().stream()
                .filter(Security::concerns)
                .sorted(Comparator.comparing(change -> !Security.decidesWhoConnects(change)))
                .toList();
    }

    public List<ResourceChange> others() {
        return diff.resources().stream()
                .filter(change -> !Security.concerns(change))
                .toList();
    }

    /** Whether what follows from other changes replaces it, which its own don't. */
    public boolean isReplacedByOthers(Changed change) {
        return diff.consequences().stream()
                .anyMatch(consequence -> consequence.isReplaced()
                        && consequence.resource().urn().equals(change.resource().urn()));
    }

    private int count(Class<? extends ResourceChange> kind) {
        return (int) diff.resources().stream().filter(kind::isInstance).count();
    }
}
