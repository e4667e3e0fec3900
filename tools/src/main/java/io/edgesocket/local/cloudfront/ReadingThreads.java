package io.edgesocket.local.cloudfront;

import io.edgesocket.local.lambda.LentThread;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.ExecutionStrategy;
import org.eclipse.jetty.util.thread.TryExecutor;

/**
 * The threads of a connector. One reads the sockets, and runs what follows. Jetty has another one ready to read on, in case
 * that takes long; to wake it each time would cost more than a message does. Here it is woken only when the one that reads
 * has run handlers for a while.
 */
final class ReadingThreads implements TryExecutor, AutoCloseable {
    /** Handlers that run at two looks of this distance take long. */
    private static final Duration PERIOD = Duration.ofMillis(2);
    /** After so many looks at which no handler ran, the next one has to say that it begins. */
    private static final int LOOKS = 100;
    /** To wait for something to read takes longer. */
    private static final Duration PAUSE = Duration.ofNanos(10_000);

    private final Executor threads;
    /** What reads on. */
    private final AtomicReference<Runnable> reserve = new AtomicReference<>();
    /** The handlers that the thread that reads is running now: an object for those of each read; null for none. */
    private final AtomicReference<Object> running = new AtomicReference<>();

    private final Thread watch = new Thread(this::watch, "edge-watch");
    /** The connection that was read last. */
    private volatile EndPoint latest;
    /** As of {@link System#nanoTime}. */
    private volatile long readUntil = System.nanoTime();

    private volatile boolean resting;
    private volatile boolean closed;

    ReadingThreads(Executor threads) {
        this.threads = threads;
        watch.setDaemon(true);
    }

    void start() {
        watch.start();
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Jetty asks for a thread that is ready to read on, and gives what it is to run then. */
    @Override
    public boolean tryExecute(Runnable task) {
        if (task instanceof ExecutionStrategy) {
            reserve.set(task);
            return true;
        }
        return false;
    }

    /**
     * Reads what has arrived, and runs the handlers that it leads to. If several connections had something to read all the
     * time, it only reads: then the handlers' own threads are busy too, so that nobody has to wake them, and two processors do
     * more than one.
     */
    void read(EndPoint connection, Runnable reading) {
        if (connection != latest && System.nanoTime() - readUntil < PAUSE.toNanos()) {
            reading.run();
        } else {
            LentThread.lend(reading, this::watched);
        }
        latest = connection;
        readUntil = System.nanoTime();
    }

    private void watched(Runnable handlers) {
        var run = new Object();
        running.set(run);
        if (resting) {
            LockSupport.unpark(watch);
        }
        try {
            handlers.run();
        } finally {
            running.compareAndSet(run, null); // if it took long, another thread may run one by now
        }
    }

    private void watch() {
        var seen = running.get();
        for (var looks = 0; !closed; looks++) {
            var now = running.get();
            if (now != null) {
                if (now == seen) {
                    readOn();
                }
                looks = 0;
            }
            seen = now;
            if (looks < LOOKS) {
                LockSupport.parkNanos(PERIOD.toNanos());
            } else {
                rest();
                looks = 0;
            }
        }
    }

    private void readOn() {
        var waiting = reserve.getAndSet(null);
        if (waiting != null) {
            threads.execute(waiting);
        }
    }

    private void rest() {
        resting = true;
        while (running.get() == null && !closed) {
            LockSupport.park(this);
        }
        resting = false;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
    }
}
