package io.edgesocket.plan.render;

import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.diff.RemovedRoutes;
import io.edgesocket.plan.diff.ResourceChange;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The difference of two plans as text. Security changes come first; unchanged resources are only counted. No line is
 * cut to the width of the screen, because a reviewer must see all of it.
 */
public final class DiffText {
    private final PlanDiff diff;
    private final Folding siblings;
    private final ChangeLines changes;
    private final List<Line> lines = new ArrayList<>();

    private DiffText(PlanDiff diff, Folding siblings) {
        this.diff = diff;
        this.siblings = siblings;
        changes = ChangeLines.of(diff, siblings);
    }

    /** @param siblings whether long runs of similar changes are folded */
    public static String render(PlanDiff diff, Screen screen, Folding siblings) {
        var verdict = new Verdict(diff, UnaryOperator.identity());
        return screen.draw(
                diff.isEmpty()
                        ? List.of(Line.of(TextStyle.PLAIN, verdict.noChanges()))
                        : new DiffText(diff, siblings).lines(verdict));
    }

    private List<Line> lines(Verdict verdict) {
        var impact = new Impact(diff);
        lines.add(Line.of(TextStyle.HEADING, verdict.title()));
        addSection("Security", impact.security());
        addSection(impact.security().isEmpty() ? "Changes" : "Other changes", impact.others());
        addConsequences();
        addOutputs();
        addNote(new RemovedRoutes(diff).commands());
        lines.add(Line.empty());
        lines.add(counts(verdict));
        return lines;
    }

    private void addSection(String title, List<ResourceChange> section) {
        if (section.isEmpty()) {
            return;
        }
        lines.add(Line.empty());
        lines.add(Line.of(TextStyle.HEADING, title));
        for (var run : siblings.runs(section, DiffText::similarity)) {
            run.shown().forEach(change -> lines.addAll(changes.of(change)));
            if (!run.hidden().isEmpty()) {
                lines.add(hidden(run.hidden()));
            }
        }
    }

    /** Similar changes: of the same type, kind and properties. Security properties must also have the same values. */
    private static List<?> similarity(ResourceChange change) {
        var paths = change instanceof Changed changed
                ? Stream.concat(changed.inputs().stream(), changed.options().stream())
                        .map(property ->
                                ChangeSign.of(property) + property.path().toString())
                        .toList()
                : List.of();
        return List.of(
                ChangeSign.of(change),
                change.resource().type(),
                paths,
                Security.inputs(change).toList());
    }

    private static Line hidden(List<ResourceChange> hidden) {
        var mark = ChangeSign.of(hidden.get(0));
        return Line.of(mark.style(), mark.sign())
                .and(
                        TextStyle.QUIET,
                        " … " + hidden.size() + " more "
                                + TypeName.shown(hidden.get(0).resource()) + " alike (--all shows them)");
    }

    private void addConsequences() {
        if (diff.consequences().isEmpty()) {
            return;
        }
        lines.add(Line.empty());
        lines.add(Line.of(TextStyle.HEADING, "What follows from these"));
        diff.consequences().forEach(consequence -> lines.addAll(ConsequenceLines.of(consequence)));
    }

    private void addOutputs() {
        if (diff.outputs().isEmpty()) {
            return;
        }
        lines.add(Line.empty());
        lines.add(Line.of(TextStyle.HEADING, "Outputs"));
        diff.outputs().stream()
                .flatMap(LeafChanges::of)
                .map(PropertyLines::described)
                .forEach(lines::add);
    }

    private void addNote(List<String> commands) {
        if (commands.isEmpty()) {
            return;
        }
        lines.add(Line.empty());
        lines.add(Line.of(TextStyle.HEADING, "Note"));
        lines.add(Line.of(TextStyle.PLAIN, RemovedRoutes.NOTE));
        commands.forEach(command -> lines.add(Line.of(TextStyle.PLAIN, "    " + command)));
    }

    private static Line counts(Verdict verdict) {
        var line = Line.empty();
        for (var count : verdict.counts()) {
            line = line.and(count.mark().style(), count.mark().sign() + " " + count.text())
                    .and(TextStyle.PLAIN, ", ");
        }
        return line.and(TextStyle.PLAIN, verdict.rest());
    }
}
