package io.edgesocket.local.lambda;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls all pools every few milliseconds, on one thread. */
final class Ticker implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(10);

    private final ScheduledThreadPoolExecutor timer;

    private Ticker(ScheduledThreadPoolExecutor timer) {
        this.timer = timer;
    }

    static Ticker of(Iterable<Pool> pools) {
        var timer = new ScheduledThreadPoolExecutor(1, run -> {
            var thread = new Thread(run, "functions");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(
                () -> pools.forEach(Pool::tick), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return new Ticker(timer);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
