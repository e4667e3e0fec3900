package io.edgesocket.plan.render;

import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.Impact;
import io.edgesocket.plan.diff.Mark;
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
 * The difference of two plans as text: what matters to security first, what is unchanged only counted. Nothing is cut
 * to the screen, as a reviewer has to see it.
 */
public final class DiffText {
    private final PlanDiff diff;
    private final Siblings siblings;
    private final ChangeLines changes;
    private final List<Line> lines = new ArrayList<>();

    private DiffText(PlanDiff diff, Siblings siblings) {
        this.diff = diff;
        this.siblings = siblings;
        changes = ChangeLines.of(diff, siblings);
    }

    /** @param siblings whether long runs of like changes are folded */
    public static String render(PlanDiff diff, Screen screen, Siblings siblings) {
        var verdict = new Verdict(diff, UnaryOperator.identity());
        return screen.draw(
                diff.isEmpty()
                        ? List.of(Line.of(Role.PLAIN, verdict.noChanges()))
                        : new DiffText(diff, siblings).lines(verdict));
    }

    private List<Line> lines(Verdict verdict) {
        var impact = new Impact(diff);
        lines.add(Line.of(Role.HEADING, verdict.title()));
        addSection("Security", impact.security());
        addSection(impact.security().isEmpty() ? "Changes" : "Other changes", impact.others());
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
        lines.add(Line.of(Role.HEADING, title));
        for (var run : siblings.runs(section, DiffText::likeness)) {
            run.shown().forEach(change -> lines.addAll(changes.of(change)));
            if (!run.hidden().isEmpty()) {
                lines.add(hidden(run.hidden()));
            }
        }
    }

    /** Alike: the same done to the same properties of the same type; what matters to security, with the same values. */
    private static List<?> likeness(ResourceChange change) {
        var paths = change instanceof Changed changed
                ? Stream.concat(changed.inputs().stream(), changed.options().stream())
                        .map(property -> Mark.of(property) + property.path().toString())
                        .toList()
                : List.of();
        return List.of(
                Mark.of(change),
                change.resource().type(),
                paths,
                Security.inputs(change).toList());
    }

    private static Line hidden(List<ResourceChange> hidden) {
        var mark = Mark.of(hidden.get(0));
        return Line.of(mark.role(), mark.sign())
                .and(
                        Role.QUIET,
                        " … " + hidden.size() + " more "
                                + TypeName.shown(hidden.get(0).resource()) + " alike (--all shows them)");
    }

    private void addOutputs() {
        if (diff.outputs().isEmpty()) {
            return;
        }
        lines.add(Line.empty());
        lines.add(Line.of(Role.HEADING, "Outputs"));
        diff.outputs().stream()
                .flatMap(Leaves::of)
                .map(PropertyLines::described)
                .forEach(lines::add);
    }

    private void addNote(List<String> commands) {
        if (commands.isEmpty()) {
            return;
        }
        lines.add(Line.empty());
        lines.add(Line.of(Role.HEADING, "Note"));
        lines.add(Line.of(Role.PLAIN, RemovedRoutes.NOTE));
        commands.forEach(command -> lines.add(Line.of(Role.PLAIN, "    " + command)));
    }

    private static Line counts(Verdict verdict) {
        var line = Line.empty();
        for (var count : verdict.counts()) {
            line = line.and(count.mark().role(), count.mark().sign() + " " + count.text())
                    .and(Role.PLAIN, ", ");
        }
        return line.and(Role.PLAIN, verdict.rest());
    }
}
