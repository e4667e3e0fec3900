package io.edgesocket.local.apigateway.integration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one thread for all that depends on time. A limit is set for each message, so it must cost little: as long as
 * something else is due before it, as what is done every second is before most limits, the thread isn't woken for it.
 */
public final class Timer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Timer::daemon);

    public Timer() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setRejectedExecutionHandler(
                new ThreadPoolExecutor.DiscardPolicy()); // what arrives while all is closed
    }

    private static Thread daemon(Runnable run) {
        var thread = new Thread(run, "gateway-clock");
        thread.setDaemon(true);
        return thread;
    }

    public void everySecond(Runnable task) {
        executor.scheduleWithFixedDelay(task, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * The result of work that never fails; or, after the limit, a failure. The work itself goes on then.
     *
     * @param late makes the failure
     */
    <T> CompletableFuture<T> within(Duration limit, CompletableFuture<T> work, Supplier<RuntimeException> late) {
        var inTime = new CompletableFuture<T>();
        var end = executor.schedule(
                () -> inTime.completeExceptionally(late.get()), limit.toMillis(), TimeUnit.MILLISECONDS);
        work.thenAccept(result -> {
            end.cancel(false);
            inTime.complete(result);
        });
        return inTime;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
