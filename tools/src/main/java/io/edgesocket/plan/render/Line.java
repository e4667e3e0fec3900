package io.edgesocket.plan.render;

import io.edgesocket.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of text for people. Each piece has a style; {@link Screen} turns styles into colours. */
record Line(List<Span> spans) {
    private static final String CUT = "…";

    Line {
        spans = List.copyOf(spans);
    }

    static Line empty() {
        return new Line(List.of());
    }

    static Line of(TextStyle role, String text) {
        return empty().and(role, text);
    }

    /** This line with one more piece. */
    Line and(TextStyle role, String text) {
        var more = new ArrayList<>(spans);
        more.add(new Span(role, text));
        return new Line(more);
    }

    /** Spaces up to a column, at least two. */
    Line upTo(int column) {
        return and(TextStyle.PLAIN, " ".repeat(Math.max(2, column - width())));
    }

    int width() {
        return spans.stream().mapToInt(Span::width).sum();
    }

    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** This line if it fits; otherwise its beginning, with a mark that it was cut. */
    Line fit(int columns) {
        if (width() <= columns) {
            return this;
        }
        var fitting = new ArrayList<Span>();
        var left = columns - CUT.length();
        for (var span : spans) {
            fitting.add(span.first(left));
            left -= fitting.get(fitting.size() - 1).width();
        }
        return new Line(fitting).and(TextStyle.QUIET, CUT);
    }

    /** A piece of a line. Control and invisible characters are made visible, so that a terminal doesn't act on them. */
    record Span(TextStyle role, String text) {
        Span {
            text = Printable.of(text);
        }

        int width() {
            return text.codePointCount(0, text.length());
        }

        Span first(int count) {
            return width() <= count
                    ? this
                    : new Span(role, text.substring(0, text.offsetByCodePoints(0, Math.max(0, count))));
        }
    }
}
