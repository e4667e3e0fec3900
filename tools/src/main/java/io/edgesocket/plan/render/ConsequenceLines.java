package io.edgesocket.plan.render;

import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.Consequence;
import java.util.List;
import java.util.stream.Stream;

/** Draws a resource that changes because others do: a line for it, and one for each input that takes their outputs. */
final class ConsequenceLines {
    private ConsequenceLines() {}

    static List<Line> of(Consequence consequence) {
        return Stream.concat(
                        Stream.of(title(consequence)),
                        consequence.inputs().stream().map(ConsequenceLines::input))
                .toList();
    }

    private static Line title(Consequence consequence) {
        var title = Line.of(ChangeSign.CHANGED.style(), ChangeSign.CHANGED.sign())
                .and(TextStyle.PLAIN, " ")
                .and(TextStyle.NAME, consequence.resource().name())
                .and(TextStyle.PLAIN, "  ")
                .and(TextStyle.QUIET, TypeName.shown(consequence.resource()));
        return consequence.isReplaced() ? title.and(TextStyle.WARNING, "  [replaced]") : title;
    }

    private static Line input(Consequence.Input input) {
        var line = Line.of(TextStyle.PLAIN, "    ")
                .and(ChangeSign.CHANGED.style(), ChangeSign.CHANGED.sign())
                .and(TextStyle.PLAIN, " " + input.path());
        return (input.forcesReplacement() ? line.and(TextStyle.WARNING, " [forces replacement]") : line)
                .and(TextStyle.PLAIN, ": follows from " + input.from().name());
    }
}
