package io.edgesocket.plan.render;

import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.Security;
import io.edgesocket.plan.diff.StackNeutral;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws properties that differ, one a line. Long runs in one list or map are folded, except security properties. */
record PropertyLines(Impact impact, Folding siblings) {
    private static final String INDENT = "    ";

    /** Those that matter to security first. */
    Stream<Line> inputs(Changed change) {
        var leaves = change.inputs().stream().flatMap(LeafChanges::of).toList();
        return Stream.concat(
                leaves.stream()
                        .filter(input -> Security.concerns(change.resource(), input))
                        .map(input -> input(change, input)),
                folded(
                        leaves.stream()
                                .filter(input -> !Security.concerns(change.resource(), input))
                                .toList(),
                        input -> input(change, input)));
    }

    Stream<Line> options(Changed change) {
        return folded(change.options().stream().flatMap(LeafChanges::of).toList(), PropertyLines::option);
    }

    /** A property without further marks, such as an output of the stack. */
    static Line described(PropertyChange change) {
        return property(change).and(TextStyle.PLAIN, ": " + Excerpts.of(change));
    }

    private Stream<Line> folded(List<PropertyChange> changes, Function<PropertyChange, Line> line) {
        return siblings.runs(changes, PropertyLines::similarity).stream()
                .flatMap(run -> Stream.concat(run.shown().stream().map(line), more(run.hidden())));
    }

    /**
     * Neighbours in a list or map are similar if they changed in the same way. A whole input is never similar to
     * another.
     */
    private static List<?> similarity(PropertyChange change) {
        var above = change.path().above();
        return List.of(ChangeSign.of(change), above.steps().isEmpty() ? change.path() : above);
    }

    private static Stream<Line> more(List<PropertyChange> hidden) {
        return hidden.stream()
                .limit(1)
                .map(first -> marked(first)
                        .and(
                                TextStyle.QUIET,
                                "… " + hidden.size() + " more in "
                                        + first.path().above() + " (--all shows them)"));
    }

    private Line input(Changed change, PropertyChange input) {
        var line = property(input);
        if (impact.forcesReplacement(change, input)) {
            line = line.and(TextStyle.WARNING, " [forces replacement]");
        }
        if (impact.isIgnored(change, input)) {
            line = line.and(TextStyle.WARNING, " [ignored by ignoreChanges]");
        }
        return line.and(TextStyle.PLAIN, ": " + Excerpts.of(input));
    }

    private static Line option(PropertyChange option) {
        return property(option)
                .and(TextStyle.QUIET, " (option)")
                .and(TextStyle.PLAIN, ": " + Excerpts.of(StackNeutral.shortened(option)));
    }

    private static Line property(PropertyChange change) {
        return marked(change).and(TextStyle.PLAIN, change.path().toString());
    }

    private static Line marked(PropertyChange change) {
        var mark = ChangeSign.of(change);
        return Line.of(TextStyle.PLAIN, INDENT).and(mark.style(), mark.sign()).and(TextStyle.PLAIN, " ");
    }
}
