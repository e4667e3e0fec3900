package io.edgesocket.plan.render;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where text for people is shown.
 *
 * @param columns how many characters fit in a line; a longer row of a tree is cut and ends in {@code …}; sentences are
 *                not cut
 * @param colour  whether styles become ANSI colours
 */
public record Screen(int columns, boolean colour) {
    /** For a file or a pipe: nothing is cut. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String RESET = "\u001b[0m";

    /** No colours, nothing cut. */
    public static Screen plain() {
        return new Screen(UNLIMITED, false);
    }

    String draw(List<Line> lines) {
        return lines.stream().map(line -> draw(line) + "\n").collect(Collectors.joining());
    }

    private String draw(Line line) {
        return colour ? line.spans().stream().map(Screen::coloured).collect(Collectors.joining()) : line.text();
    }

    private static String coloured(Line.Span span) {
        return span.role().ansi().isEmpty() ? span.text() : span.role().ansi() + span.text() + RESET;
    }
}
