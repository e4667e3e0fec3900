package io.edgesocket.cli.local;

import io.edgesocket.text.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks again and again for what was saved while a stack is played. */
final class SavedFiles {
    private static final long PERIOD_MILLISECONDS = 200;

    private final List<Runnable> looks;
    private final PrintWriter people;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(run -> {
        var thread = new Thread(run, "saved files");
        thread.setDaemon(true);
        return thread;
    });

    /** @param looks done in this order */
    SavedFiles(List<Runnable> looks, PrintWriter people) {
        this.looks = List.copyOf(looks);
        this.people = people;
    }

    void watch() {
        watch.scheduleWithFixedDelay(this::look, PERIOD_MILLISECONDS, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            looks.forEach(Runnable::run);
        } catch (Throwable e) { // every error: what is thrown here would end the watch without a word
            people.println("What was saved can't be taken up: " + Printable.of(e.toString()));
        }
        people.flush();
    }
}
