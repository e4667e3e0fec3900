package io.edgesocket.local.journal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reports the steps of one handshake, message or call to the journal, with JSON Web Tokens but without their
 * signatures. No text is made while the journal takes no events.
 *
 * @param subject    as in {@link Event}
 * @param connection as in {@link Event}
 */
public record Trace(Journal journal, Clock clock, String subject, Optional<String> connection) {

    public Trace(Journal journal, Clock clock, String subject) {
        this(journal, clock, subject, Optional.empty());
    }

    public void step(Step step, Supplier<String> text) {
        step(step, text, Map::of);
    }

    /** @param details the same for a program */
    public void step(Step step, Supplier<String> text, Supplier<Map<String, String>> details) {
        if (journal.listening(step)) {
            add(step, text.get(), details(details), Optional.empty());
        }
    }

    /** What takes the lines that a function prints while it is called for this, if anybody listens to such details. */
    public Consumer<String> printedBy(String function) {
        return journal.listening() && journal.detailed()
                ? line -> step(Step.LOG, () -> line, () -> Map.of("function", function))
                : line -> {};
    }

    public void refused(Step step, Supplier<Refusal> refusal) {
        refused(step, refusal, Map::of);
    }

    /**
     * A refusal of which more is known.
     *
     * @param details the same for a program, besides the status
     */
    public void refused(Step step, Supplier<Refusal> refusal, Supplier<Map<String, String>> details) {
        if (journal.listening()) {
            var refused = refusal.get();
            var all = new LinkedHashMap<String, String>();
            all.put("status", Integer.toString(refused.status()));
            all.putAll(details(details));
            add(step, refused.line(), all, Optional.of(refused));
        }
    }

    private Map<String, String> details(Supplier<Map<String, String>> details) {
        return journal.detailed() ? details.get() : Map.of();
    }

    private void add(Step step, String text, Map<String, String> details, Optional<Refusal> refusal) {
        var values = new LinkedHashMap<>(details);
        values.replaceAll((name, value) -> JsonWebTokens.unsigned(value));
        journal.add(
                new Event(clock.instant(), subject, connection, step, JsonWebTokens.unsigned(text), values, refusal));
    }
}
