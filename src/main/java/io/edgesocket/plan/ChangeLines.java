package io.edgesocket.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.ResourceChange.Changed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Draws one change: a line for the resource, and one for each property that differs. */
record ChangeLines(Impact impact) {
    private static final String INDENT = "    ";

    List<Line> of(ResourceChange change) {
        return change instanceof Changed changed ? changed(changed) : whole(change);
    }

    private List<Line> changed(Changed change) {
        var lines = new ArrayList<>(List.of(noted(title(change), change)));
        inputs(change).forEach(input -> lines.add(input(change, input)));
        change.options().stream().flatMap(Leaves::of).forEach(option -> lines.add(option(option)));
        unchanged(change).forEach(lines::add);
        return lines;
    }

    /** A resource that comes or goes: what matters to security in full, else what it is for. */
    private static List<Line> whole(ResourceChange change) {
        var resource = change.resource();
        var secured = Security.inputs(resource).toList();
        var title = title(change);
        var highlights = Highlights.of(resource);
        var lines = new ArrayList<>(List.of(
                secured.isEmpty() && !highlights.isEmpty() ? title.and(Role.PLAIN, "  " + highlights) : title));
        secured.stream()
                .map(name -> input(change, PropertyPath.ROOT.field(name), resource.inputs().get(name)))
                .flatMap(Leaves::of).map(ChangeLines::described).forEach(lines::add);
        return lines;
    }

    private static PropertyChange input(ResourceChange change, PropertyPath path, JsonNode value) {
        return Mark.of(change) == Mark.ADDED
                ? new PropertyChange.Added(path, value)
                : new PropertyChange.Removed(path, value);
    }

    private static Line title(ResourceChange change) {
        var mark = Mark.of(change);
        return Line.of(mark.role(), mark.sign()).and(Role.PLAIN, " ").and(Role.NAME, change.resource().name())
                .and(Role.PLAIN, "  ").and(Role.QUIET, TypeName.shown(change.resource()));
    }

    private Line noted(Line title, Changed change) {
        var moved = change.isMoved()
                ? title.and(Role.WARNING, "  [moved from " + change.before().name() + "]")
                : title;
        return impact.replaces(change) ? moved.and(Role.WARNING, "  [replaced]") : moved;
    }

    /** Those that matter to security first. */
    private static Stream<PropertyChange> inputs(Changed change) {
        var type = change.resource().type();
        return change.inputs().stream().flatMap(Leaves::of)
                .sorted(Comparator.comparing(input -> !Security.concerns(type, input)));
    }

    private Line input(Changed change, PropertyChange input) {
        var line = property(input);
        if (impact.forcesReplacement(change, input)) {
            line = line.and(Role.WARNING, " [forces replacement]");
        }
        if (impact.isIgnored(change, input)) {
            line = line.and(Role.WARNING, " [ignored by ignoreChanges]");
        }
        return line.and(Role.PLAIN, ": " + Excerpts.of(input));
    }

    private static Line option(PropertyChange option) {
        return property(option).and(Role.QUIET, " (option)")
                .and(Role.PLAIN, ": " + Excerpts.of(StackFree.shortened(option)));
    }

    /** An output of the stack, or any other property of which no more is known. */
    static Line described(PropertyChange change) {
        return property(change).and(Role.PLAIN, ": " + Excerpts.of(change));
    }

    private static Line property(PropertyChange change) {
        var mark = Mark.of(change);
        return Line.of(Role.PLAIN, INDENT).and(mark.role(), mark.sign()).and(Role.PLAIN, " " + change.path());
    }

    private static Stream<Line> unchanged(Changed change) {
        var touched = change.inputs().stream().map(input -> input.path().top()).toList();
        var same = change.resource().inputs().properties().stream()
                .filter(input -> !touched.contains(input.getKey())).count();
        return same == 0
                ? Stream.of()
                : Stream.of(Line.of(Role.QUIET, INDENT + "  " + Counts.number((int) same, "input") + " unchanged"));
    }
}
