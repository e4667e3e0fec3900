package io.edgesocket.plan.render;

import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.preview.Previews;
import java.util.ArrayList;
import java.util.List;

/** What a change means for all stacks, as text: a row for each, what a reviewer must not miss, then the details. */
public final class StacksText {
    private static final String INDENT = "    ";

    private StacksText() {}

    /** @param siblings whether long runs of similar changes are folded */
    public static String render(AllStacksDiff diff, Previews previews, Screen screen, Folding siblings) {
        var lines = new ArrayList<Line>();
        lines.add(Line.of(TextStyle.HEADING, diff.before() + " → " + diff.after()));
        diff.notes().forEach(note -> lines.add(Line.of(TextStyle.WARNING, note)));
        lines.add(Line.empty());
        StackRow.of(diff, previews).forEach(row -> lines.addAll(lines(row)));
        var quiet = StackRow.quiet(diff, previews);
        if (!quiet.isEmpty()) {
            lines.add(Line.of(TextStyle.QUIET, "  unchanged: " + String.join(", ", quiet)));
        }
        var text = new StringBuilder(screen.draw(lines));
        diff.changed().forEach(stack -> text.append('\n').append(DiffText.render(stack.diff(), screen, siblings)));
        return text + PreviewsText.details(previews, screen, siblings);
    }

    private static List<Line> lines(StackRow row) {
        var said = row.summary().lines().toList();
        var lines = new ArrayList<Line>();
        lines.add(Line.of(row.sign().style(), row.sign().sign())
                .and(TextStyle.PLAIN, " ")
                .and(TextStyle.NAME, String.join(", ", row.stacks()))
                .and(TextStyle.PLAIN, "  " + said.get(0)));
        said.stream().skip(1).forEach(line -> lines.add(Line.of(TextStyle.PLAIN, INDENT + line)));
        row.effects().forEach(effect -> lines.add(PreviewsText.effect(effect)));
        row.preview().ifPresent(preview -> {
            lines.add(Line.of(TextStyle.PLAIN, INDENT + "on AWS: ")
                    .and(row.previewFailed() ? TextStyle.DELETED : TextStyle.PLAIN, preview.counts()));
            lines.addAll(PreviewsText.notes(preview));
        });
        return lines;
    }
}
