package io.edgesocket.local.edge;

import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells of one request's steps; nothing is put together while nobody listens. */
record Trace(Journal journal, Clock clock, String subject) {

    void step(Step step, Supplier<String> text, Supplier<Map<String, String>> details) {
        if (journal.listening()) {
            add(step, text.get(), details.get(), Optional.empty());
        }
    }

    void refused(Step step, Supplier<Refusal> refusal) {
        if (journal.listening()) {
            var refused = refusal.get();
            add(step, refused.status() + ": " + refused.because() + " — " + refused.fix(),
                    Map.of("status", Integer.toString(refused.status())), Optional.of(refused));
        }
    }

    private void add(Step step, String text, Map<String, String> details, Optional<Refusal> refusal) {
        journal.add(new Event(clock.instant(), subject, step, text, details, refusal));
    }
}
