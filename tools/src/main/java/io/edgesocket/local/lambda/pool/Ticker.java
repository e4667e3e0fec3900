package io.edgesocket.local.lambda.pool;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Calls all pools every few milliseconds, on one thread. */
public final class Ticker implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(10);

    private final ScheduledThreadPoolExecutor timer;

    private Ticker(ScheduledThreadPoolExecutor timer) {
        this.timer = timer;
    }

    /** @param pools may change while it runs */
    public static Ticker of(Iterable<Pool> pools) {
        var timer = new ScheduledThreadPoolExecutor(1, run -> {
            var thread = new Thread(run, "functions");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(
                () -> pools.forEach(Ticker::tick), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return new Ticker(timer);
    }

    /** Whatever goes wrong with one pool, all are called again: calls would have no time limit otherwise. */
    private static void tick(Pool pool) {
        try {
            pool.tick();
        } catch (Throwable e) { // every error, such as that no thread can be started
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
