package io.edgesocket.probe.report;

import io.edgesocket.probe.Diagnosis;
import io.edgesocket.probe.Finding;
import io.edgesocket.probe.Findings;
import io.edgesocket.probe.Outcome;
import io.edgesocket.probe.Outcome.Failed;
import io.edgesocket.probe.Outcome.Passed;
import io.edgesocket.probe.Outcome.Skipped;
import io.edgesocket.probe.Outcome.Warned;
import io.edgesocket.text.Printable;
import io.edgesocket.text.Wrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For people: a line a check, and below a failure what to do about it. What was skipped comes last. */
public final class FindingsText {
    private static final int ID_COLUMN = 24;
    private static final String RESET = "\u001b[0m";
    private static final String INDENT = "         ";
    private static final int WORD_COLUMN = 9;

    /** Longer lines are hard to read. */
    private static final int LINE_MAX = 100;
    /** Shorter lines are, too: a narrower terminal breaks them itself. */
    private static final int TEXT_MIN = 20;

    private final int columns;
    private final boolean colour;
    private final boolean wire;

    private FindingsText(int columns, boolean colour, boolean wire) {
        this.columns = columns;
        this.colour = colour;
        this.wire = wire;
    }

    /**
     * All, and at the end how many of each.
     *
     * @param columns of the terminal, at most 100 of which are used; {@link Integer#MAX_VALUE} for a file or a pipe, in which no line
     *               is broken
     * @param colour whether outcomes are coloured, for a terminal
     * @param wire   whether what was sent and what came is shown below each check
     */
    public static String render(Findings findings, int columns, boolean colour, boolean wire) {
        var text = new FindingsText(columns == Integer.MAX_VALUE ? columns : Math.min(LINE_MAX, columns), colour, wire);
        var examined = findings.all().stream().filter(finding -> !isSkipped(finding));
        return Stream.of(
                        Stream.of(Printable.of(findings.address().toString()), ""),
                        examined.flatMap(text::lines),
                        text.skipped(findings),
                        Stream.of("", summary(findings)))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** How many ended in which way, such as {@code 20 passed, 1 failed, 6 skipped}. */
    static String summary(Findings findings) {
        var counts = Stream.of(
                        counted(findings.count(Passed.class), "passed"),
                        counted(findings.count(Warned.class), "warned"),
                        counted(findings.count(Failed.class), "failed"),
                        counted(findings.count(Skipped.class), "skipped"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return counts + " in "
                + String.format(Locale.ROOT, "%.1f s", findings.took().toMillis() / 1000.0);
    }

    private static String counted(long count, String word) {
        return count == 0 ? "" : count + " " + word;
    }

    private static boolean isSkipped(Finding finding) {
        return finding.outcome() instanceof Skipped;
    }

    /** A line for each reason. */
    private Stream<String> skipped(Findings findings) {
        var ids = new LinkedHashMap<Outcome, List<String>>();
        findings.all().stream()
                .filter(FindingsText::isSkipped)
                .forEach(finding -> ids.computeIfAbsent(finding.outcome(), reason -> new ArrayList<>())
                        .add(finding.id()));
        return ids.entrySet().stream()
                .flatMap(each -> wrapped(
                        marked(each.getKey()), each.getKey().seen() + ": " + String.join(", ", each.getValue())));
    }

    private Stream<String> lines(Finding finding) {
        var outcome = finding.outcome();
        var id = finding.id();
        var head = wrapped(
                new Mark(
                        coloured(outcome) + gap(outcome) + id + " ".repeat(Math.max(2, ID_COLUMN - id.length())),
                        WORD_COLUMN + Math.max(id.length() + 2, ID_COLUMN)),
                outcome.seen());
        return Stream.of(head, explanation(finding), wire ? wire(finding) : Stream.<String>empty())
                .flatMap(each -> each);
    }

    /**
     * What stands before a text.
     *
     * @param width characters that are seen: colours are none
     */
    private record Mark(String text, int width) {}

    private Mark marked(Outcome outcome) {
        return new Mark(coloured(outcome) + gap(outcome), WORD_COLUMN);
    }

    private static String gap(Outcome outcome) {
        return " ".repeat(WORD_COLUMN - outcome.word().length());
    }

    /** Further lines begin below the first one's text. */
    private Stream<String> wrapped(Mark mark, String text) {
        var lines = Wrapped.lines(Printable.of(text), Math.max(TEXT_MIN, columns - mark.width()));
        return IntStream.range(0, lines.size())
                .mapToObj(line -> (line == 0 ? mark.text() : " ".repeat(mark.width())) + lines.get(line));
    }

    private String coloured(Outcome outcome) {
        return colour ? ansi(outcome) + outcome.word() + RESET : outcome.word();
    }

    private static String ansi(Outcome outcome) {
        if (outcome instanceof Failed) {
            return "\u001b[31m";
        }
        if (outcome instanceof Warned) {
            return "\u001b[33m";
        }
        return outcome instanceof Passed ? "\u001b[32m" : "\u001b[2m";
    }

    private Stream<String> explanation(Finding finding) {
        return Diagnosis.of(finding.outcome()).stream()
                .flatMap(diagnosis -> Stream.of(
                        part("expected  ", finding.expectation()),
                        part("cause     ", diagnosis.cause()),
                        part("change    ", diagnosis.change()),
                        part("source    ", finding.source())))
                .flatMap(each -> each);
    }

    private Stream<String> part(String name, String text) {
        return wrapped(new Mark(INDENT + name, INDENT.length() + name.length()), text);
    }

    private static Stream<String> wire(Finding finding) {
        return finding.wire().stream().map(line -> INDENT + Printable.of(line));
    }
}
