package io.edgesocket.plan.render;

import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A difference in a sentence. Between two stacks, resources are not created or deleted: they are only in one stack.
 *
 * @param word how a stack's name is written within a sentence
 */
record Verdict(PlanDiff diff, UnaryOperator<String> word) {

    /** {@code edgesocket dev}, or {@code edgesocket dev → prod}. */
    String title() {
        var before = diff.before();
        var after = diff.after();
        var stacks = before.stack().equals(after.stack()) ? after.stack() : before.stack() + " → " + after.stack();
        var projects =
                before.project().equals(after.project()) ? after.project() : before.project() + " → " + after.project();
        return projects + " " + stacks;
    }

    String noChanges() {
        var same = diff.unchanged()
                + (diff.unchanged() == 1 ? " resource is the same." : " resources and components are the same.");
        return diff.isOneStack()
                ? "No changes: " + same
                : "No differences between " + earlier() + " and " + later() + ": " + same;
    }

    /** {@code 2 created}, {@code 1 changed (1 replaced)} and so on, without those that are 0. */
    List<Count> counts() {
        var impact = new Impact(diff);
        var replaced = impact.replaced() == 0 ? "" : " (" + impact.replaced() + " replaced)";
        return Stream.of(
                        new Count(ChangeSign.ADDED, impact.created(), either("created", "only in " + later())),
                        new Count(ChangeSign.CHANGED, impact.changed(), either("changed", "different") + replaced),
                        new Count(ChangeSign.REMOVED, impact.deleted(), either("deleted", "only in " + earlier())))
                .filter(count -> count.number() > 0)
                .toList();
    }

    /** {@code 2 created, 1 changed (1 replaced)}; without any, what else differs. */
    String summary() {
        var counts = counts().stream().map(Count::text).collect(Collectors.joining(", "));
        return counts.isEmpty()
                ? Counts.number(diff.outputs().size(), "output") + either(" changed", " different")
                : counts;
    }

    /** What is left to say after the counts. */
    String rest() {
        var outputs = diff.outputs().size();
        var follow = diff.consequences().size();
        return (follow == 0 ? "" : follow + (follow == 1 ? " follows, " : " follow, "))
                + (outputs == 0 ? "" : Counts.number(outputs, "output") + either(" changed, ", " different, "))
                + diff.unchanged()
                + either(" unchanged", " alike");
    }

    private String either(String overTime, String sideBySide) {
        return diff.isOneStack() ? overTime : sideBySide;
    }

    private String earlier() {
        return word.apply(diff.before().stack());
    }

    private String later() {
        return word.apply(diff.after().stack());
    }

    record Count(ChangeSign mark, int number, String word) {
        String text() {
            return number + " " + word;
        }
    }
}
