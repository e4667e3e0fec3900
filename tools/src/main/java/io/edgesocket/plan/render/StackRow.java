package io.edgesocket.plan.render;

import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.diff.Effect;
import io.edgesocket.plan.diff.Effects;
import io.edgesocket.plan.diff.StackDiff;
import io.edgesocket.plan.diff.StackDiff.Compared;
import io.edgesocket.plan.diff.StackDiff.Failed;
import io.edgesocket.plan.diff.StackDiff.New;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What becomes of stacks, in a row; those of which there is the same to say share one.
 *
 * @param effects those of each kind and resource
 */
record StackRow(ChangeSign sign, List<String> stacks, String summary, List<Effect> effects) {

    /** Of all stacks that differ, or of which it can't be said. */
    static List<StackRow> of(AllStacksDiff diff) {
        var rows = new LinkedHashMap<StackRow, List<String>>();
        diff.stacks().stream()
                .filter(stack -> !stack.isUnchanged())
                .forEach(stack -> rows.computeIfAbsent(of(stack), row -> new ArrayList<>())
                        .add(stack.stack()));
        return rows.entrySet().stream()
                .map(row -> new StackRow(
                        row.getKey().sign(),
                        row.getValue(),
                        row.getKey().summary(),
                        row.getKey().effects()))
                .toList();
    }

    private static StackRow of(StackDiff stack) {
        if (stack instanceof Compared compared) {
            var diff = compared.diff();
            var summary = new Verdict(diff, UnaryOperator.identity()).summary();
            return new StackRow(ChangeSign.CHANGED, List.of(), summary, Effects.of(diff));
        }
        if (stack instanceof New added) {
            return row(ChangeSign.ADDED, "new: " + Counts.number(added.resources(), "resource"));
        }
        return stack instanceof Failed failed
                ? row(ChangeSign.CHANGED, "can't be compared: " + failed.reason())
                : row(ChangeSign.REMOVED, "has no file any more; what it deployed stays until you run pulumi destroy");
    }

    private static StackRow row(ChangeSign sign, String summary) {
        return new StackRow(sign, List.of(), summary, List.of());
    }
}
