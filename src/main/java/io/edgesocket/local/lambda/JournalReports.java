package io.edgesocket.local.lambda;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Tells the journal, under the function's name: an environment is of no one call. */
record JournalReports(String function, Journal journal) implements PoolReports {

    @Override
    public void started(Duration taken, String details) {
        add(
                "cold start of " + function + ": " + taken.toMillis() + " ms, on " + details,
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
        new Trace(journal, Clock.systemUTC(), function).step(Step.FUNCTION, () -> text, () -> details);
    }
}
