package io.edgesocket.local.journal;

import io.edgesocket.text.Printable;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * For people: one line for each event. Characters that could harm a terminal are made visible. The line of a refusal
 * ends with the likely fix.
 *
 * @param out     flushed after each event; if it is broken, events are lost without an error
 * @param colour  whether refusals stand out in red
 */
public record TextJournal(PrintWriter out, boolean colour) implements Journal {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final String RED = "\u001b[31m";
    private static final String RESET = "\u001b[0m";

    @Override
    public boolean listening() {
        return true;
    }

    /** A line has the text alone. */
    @Override
    public boolean detailed() {
        return false;
    }

    /** What functions print is printed beside it, in any case. */
    @Override
    public void add(Event event) {
        if (event.step() == Step.LOG) {
            return;
        }
        var line = Printable.of(String.join(
                "  ",
                TIME.format(event.at()),
                padded(shortened(event.subject()), 12),
                padded(word(event.step()), 21),
                event.text()));
        synchronized (out) {
            out.println(event.refusal().isPresent() ? red(line) : line);
            out.flush();
        }
    }

    private String red(String text) {
        return colour ? RED + text + RESET : text;
    }

    /** {@link String#format} takes longer than all else that is done for a line. */
    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Enough of an id to tell two apart. */
    private static String shortened(String subject) {
        return subject.length() <= 12 ? subject : subject.substring(0, 11) + "…";
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
