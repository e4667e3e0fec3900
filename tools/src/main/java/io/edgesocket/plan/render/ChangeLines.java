package io.edgesocket.plan.render;

import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.ResourceChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.Security;
import java.util.List;
import java.util.stream.Stream;

/** Draws one change: a line for the resource, and lines for the properties that differ. */
record ChangeLines(Impact impact, PropertyLines properties) {

    static ChangeLines of(PlanDiff diff, Folding siblings) {
        var impact = new Impact(diff);
        return new ChangeLines(impact, new PropertyLines(impact, siblings));
    }

    List<Line> of(ResourceChange change) {
        return (change instanceof Changed changed ? changed(changed) : whole(change)).toList();
    }

    private Stream<Line> changed(Changed change) {
        return Stream.of(
                        Stream.of(noted(title(change), change)),
                        properties.inputs(change),
                        properties.options(change),
                        unchanged(change))
                .flatMap(lines -> lines);
    }

    /** A created or deleted resource: its main inputs, and all inputs that matter to security. */
    private static Stream<Line> whole(ResourceChange change) {
        var highlights = Highlights.of(change.resource());
        return Stream.concat(
                Stream.of(highlights.isEmpty() ? title(change) : title(change).and(TextStyle.PLAIN, "  " + highlights)),
                Security.inputs(change).flatMap(LeafChanges::of).map(PropertyLines::described));
    }

    private static Line title(ResourceChange change) {
        var mark = ChangeSign.of(change);
        return Line.of(mark.style(), mark.sign())
                .and(TextStyle.PLAIN, " ")
                .and(TextStyle.NAME, change.resource().name())
                .and(TextStyle.PLAIN, "  ")
                .and(TextStyle.QUIET, TypeName.shown(change.resource()));
    }

    private Line noted(Line title, Changed change) {
        var moved = change.isMoved()
                ? title.and(
                        TextStyle.WARNING, "  [moved from " + change.before().name() + "]")
                : title;
        return impact.replaces(change) || impact.isReplacedByOthers(change)
                ? moved.and(TextStyle.WARNING, "  [replaced]")
                : moved;
    }

    private static Stream<Line> unchanged(Changed change) {
        var touched = change.inputs().stream().map(input -> input.path().top()).toList();
        var same = change.resource().inputs().properties().stream()
                .filter(input -> !touched.contains(input.getKey()))
                .count();
        return same == 0
                ? Stream.of()
                : Stream.of(Line.of(TextStyle.QUIET, "      " + Counts.number((int) same, "input") + " unchanged"));
    }
}
