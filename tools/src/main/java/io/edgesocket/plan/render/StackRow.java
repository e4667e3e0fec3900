package io.edgesocket.plan.render;

import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.Effect;
import io.edgesocket.plan.diff.Effects;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.StackDiff;
import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.diff.StackDiff.Failed;
import io.edgesocket.plan.diff.StackDiff.New;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.preview.StackPreview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of stacks, in a row; those of which there is the same to say share one.
 *
 * @param effects those of each kind and resource
 * @param preview what Pulumi's preview says of it; empty if nobody asked
 */
record StackRow(
        ChangeSign sign,
        List<String> stacks,
        String summary,
        List<Effect> effects,
        Optional<PreviewSummary> preview,
        boolean previewFailed) {

    /** Of all stacks that differ, or of which it can't be said. */
    static List<StackRow> of(AllStacksDiff diff, Previews previews) {
        var rows = new LinkedHashMap<StackRow, List<String>>();
        diff.stacks().stream()
                .filter(stack -> !isQuiet(stack, previews))
                .forEach(stack -> rows.computeIfAbsent(
                                of(stack).with(stack, previews.of(stack.stack())), row -> new ArrayList<>())
                        .add(stack.stack()));
        return rows.entrySet().stream()
                .map(row -> new StackRow(
                        row.getKey().sign(),
                        row.getValue(),
                        row.getKey().summary(),
                        row.getKey().effects(),
                        row.getKey().preview(),
                        row.getKey().previewFailed()))
                .toList();
    }

    /** The stacks without a row. */
    static List<String> quiet(AllStacksDiff diff, Previews previews) {
        return diff.stacks().stream()
                .filter(stack -> isQuiet(stack, previews))
                .map(StackDiff::stack)
                .toList();
    }

    private static boolean isQuiet(StackDiff stack, Previews previews) {
        return stack.isUnchanged()
                && previews.of(stack.stack()).map(StackPreview::isQuiet).orElse(true);
    }

    private StackRow with(StackDiff stack, Optional<StackPreview> found) {
        var plan = stack instanceof Compared compared ? Optional.of(compared.diff()) : Optional.<PlanDiff>empty();
        return new StackRow(
                sign,
                stacks,
                summary,
                effects,
                found.map(one -> PreviewSummary.of(one, plan)),
                found.filter(StackPreview.Failed.class::isInstance).isPresent());
    }

    private static StackRow of(StackDiff stack) {
        if (stack instanceof Compared compared) {
            var diff = compared.diff();
            var summary = diff.isEmpty() ? "unchanged" : new Verdict(diff, UnaryOperator.identity()).summary();
            return new StackRow(ChangeSign.CHANGED, List.of(), summary, Effects.of(diff), Optional.empty(), false);
        }
        if (stack instanceof New added) {
            return row(ChangeSign.ADDED, "new: " + Counts.number(added.resources(), "resource"));
        }
        return stack instanceof Failed failed
                ? row(ChangeSign.CHANGED, "can't be compared: " + failed.reason())
                : row(ChangeSign.REMOVED, "has no file any more; what it deployed stays until you run pulumi destroy");
    }

    private static StackRow row(ChangeSign sign, String summary) {
        return new StackRow(sign, List.of(), summary, List.of(), Optional.empty(), false);
    }
}
