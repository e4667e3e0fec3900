package io.edgesocket.plan.render;

import static java.util.stream.Collectors.toSet;

import io.edgesocket.plan.diff.Consequence;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.ResourceChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Created;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import io.edgesocket.plan.preview.StackPreview;
import io.edgesocket.plan.preview.StackPreview.Failed;
import io.edgesocket.plan.preview.StackPreview.Previewed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Pulumi's preview of a stack says, in a line, and what of it a reviewer must not miss.
 *
 * @param counts how many resources are created, updated, replaced and deleted; or that the preview failed, and why
 */
record PreviewSummary(String counts, List<Note> notes) {
    /** The most resources that a note names. */
    private static final int NAMED = 8;

    /**
     * Resources of which the same is to be said.
     *
     * @param word   what, such as {@code changed outside}
     * @param things the resources, each with its properties
     * @param more   how many there are besides
     */
    record Note(String word, List<String> things, int more) {
        private static Stream<Note> of(String word, List<String> things) {
            return things.isEmpty()
                    ? Stream.of()
                    : Stream.of(
                            new Note(word, things.stream().limit(NAMED).toList(), Math.max(0, things.size() - NAMED)));
        }

        /** What stands after the things. */
        String rest() {
            return more == 0 ? "" : " and " + more + " more";
        }
    }

    /** For a preview that stands alone: all that it replaces is a note. */
    static PreviewSummary of(StackPreview preview) {
        return of(preview, Optional.empty());
    }

    /** @param plan what the plan says changes; empty if there is nothing to compare with */
    static PreviewSummary of(StackPreview preview, Optional<PlanDiff> plan) {
        if (preview instanceof Failed failed) {
            return new PreviewSummary("the preview failed: " + failed.reason(), List.of());
        }
        var previewed = (Previewed) preview;
        var notes = new ArrayList<Note>();
        var replaced = replaced(previewed.change());
        plan.ifPresent(planned -> replaced.removeIf(
                change -> replacedUrns(planned).contains(change.resource().urn())));
        Note.of(
                        plan.isPresent() ? "replaced, which the plan doesn't say" : "replaced",
                        replaced.stream().map(PreviewSummary::because).toList())
                .forEach(notes::add);
        Note.of(
                        "changed outside",
                        previewed.drift().resources().stream()
                                .map(PreviewSummary::outside)
                                .toList())
                .forEach(notes::add);
        plan.stream()
                .flatMap(planned -> Note.of("not from this change", unplanned(previewed, planned)))
                .forEach(notes::add);
        return new PreviewSummary(counts(previewed.change()), notes);
    }

    /** {@code 5 to create, 1 to replace}. A replacement is neither of create, update and delete. */
    private static String counts(PlanDiff change) {
        var replaced = replaced(change).size();
        var counts = Stream.of(
                        count(change, Created.class, 0) + " to create",
                        count(change, Changed.class, replaced) + " to update",
                        replaced + " to replace",
                        count(change, Deleted.class, 0) + " to delete")
                .filter(count -> !count.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing to do" : counts;
    }

    private static int count(PlanDiff change, Class<? extends ResourceChange> kind, int less) {
        return (int) change.resources().stream().filter(kind::isInstance).count() - less;
    }

    private static List<Changed> replaced(PlanDiff diff) {
        var impact = new Impact(diff);
        return diff.resources().stream()
                .filter(Changed.class::isInstance)
                .map(Changed.class::cast)
                .filter(impact::replaces)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> replacedUrns(PlanDiff plan) {
        return Stream.concat(
                        replaced(plan).stream().map(change -> change.resource().urn()),
                        plan.consequences().stream()
                                .filter(Consequence::isReplaced)
                                .map(consequence -> consequence.resource().urn()))
                .collect(toSet());
    }

    /** Names of what the preview changes and the plan doesn't, without what was changed outside. */
    private static List<String> unplanned(Previewed preview, PlanDiff plan) {
        var known = new HashSet<String>();
        plan.resources().forEach(change -> known.add(change.resource().urn()));
        plan.consequences().forEach(follows -> known.add(follows.resource().urn()));
        preview.drift()
                .resources()
                .forEach(change -> known.add(change.resource().urn()));
        return preview.change().resources().stream()
                .filter(change -> !known.contains(change.resource().urn()))
                .map(change -> change.resource().name())
                .toList();
    }

    private static String because(Changed change) {
        var because = change.answer().stream()
                .flatMap(answer -> answer.because().stream())
                .collect(Collectors.joining(", "));
        return change.resource().name() + (because.isEmpty() ? "" : ": " + because);
    }

    private static String outside(ResourceChange change) {
        return change.resource().name()
                + (change instanceof Changed changed
                        ? ": "
                                + changed.inputs().stream()
                                        .map(PropertyChange::path)
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))
                        : " is deleted");
    }
}
