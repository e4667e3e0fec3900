package io.edgesocket.plan.render;

import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.Followed;
import java.util.List;
import java.util.stream.Stream;

/** Draws a resource that changes because others do: a line for it, and one for each input that takes their outputs. */
final class FollowedLines {
    private FollowedLines() {}

    static List<Line> of(Followed followed) {
        return Stream.concat(
                        Stream.of(title(followed)), followed.inputs().stream().map(FollowedLines::input))
                .toList();
    }

    private static Line title(Followed followed) {
        var title = Line.of(ChangeSign.CHANGED.style(), ChangeSign.CHANGED.sign())
                .and(TextStyle.PLAIN, " ")
                .and(TextStyle.NAME, followed.resource().name())
                .and(TextStyle.PLAIN, "  ")
                .and(TextStyle.QUIET, TypeName.shown(followed.resource()));
        return followed.isReplaced() ? title.and(TextStyle.WARNING, "  [replaced]") : title;
    }

    private static Line input(Followed.Input input) {
        var line = Line.of(TextStyle.PLAIN, "    ")
                .and(ChangeSign.CHANGED.style(), ChangeSign.CHANGED.sign())
                .and(TextStyle.PLAIN, " " + input.path());
        return (input.forcesReplacement() ? line.and(TextStyle.WARNING, " [forces replacement]") : line)
                .and(TextStyle.PLAIN, ": follows from " + input.from().name());
    }
}
