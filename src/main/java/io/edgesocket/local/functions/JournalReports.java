package io.edgesocket.local.functions;

import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells the journal, under the function's name: an environment is of no one call. */
record JournalReports(String function, Journal journal) implements PoolReports {

    @Override
    public void started(Duration taken, String details) {
        add("cold start of " + function + ": " + taken.toMillis() + " ms, on " + details,
                Map.of("function", function, "coldStartMillis", String.valueOf(taken.toMillis()), "runsOn", details));
    }

    @Override
    public void ended(String why) {
        add(function + " was ended: " + why, Map.of("function", function, "ended", why));
    }

    @Override
    public void changed() {
        add("the code of " + function + " has changed", Map.of("function", function, "changed", "true"));
    }

    private void add(String text, Map<String, String> details) {
        if (journal.listening()) {
            journal.add(new Event(Instant.now(), function, Step.FUNCTION, text, details, Optional.empty()));
        }
    }
}
