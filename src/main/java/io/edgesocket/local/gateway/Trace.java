package io.edgesocket.local.gateway;

import io.edgesocket.local.gateway.stage.Denial;
import io.edgesocket.local.gateway.stage.DeniedException;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the journal what happens; costs next to nothing when nobody listens. */
public record Trace(Journal journal, Clock clock) {

    void step(String subject, Step step, Supplier<String> text) {
        if (journal.listening()) {
            add(subject, step, text.get(), Optional.empty());
        }
    }

    void refused(String subject, Step step, DeniedException denied) {
        if (journal.listening()) {
            refused(subject, step, denied.denial().refusal(denied.getMessage()));
        }
    }

    /** The integration of {@code $connect} answered with a status that connects nobody. */
    void declined(String subject, int status) {
        if (journal.listening()) {
            refused(subject, Step.INTEGRATION,
                    Denial.CHOSEN_BY_INTEGRATION.refusal(status, "$connect answered with " + status));
        }
    }

    private void refused(String subject, Step step, Refusal refusal) {
        add(subject, step, refusal.status() + ": " + refusal.because(), Optional.of(refusal));
    }

    private void add(String subject, Step step, String text, Optional<Refusal> refusal) {
        journal.add(new Event(clock.instant(), subject, step, text, Map.of(), refusal));
    }
}
