package io.edgesocket.local.lambda.code;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** To replace code on disk takes several steps. Nobody who asks here reads it in between, when it is neither old nor new. */
public final class CodeLock {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Waits for who reads now. */
    public void change(Runnable steps) {
        lock.writeLock().lock();
        try {
            steps.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Waits for a change under way. */
    <T> T read(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for nothing. Returns whether it was run: not during a change. */
    boolean readNow(Runnable reading) {
        if (!lock.readLock().tryLock()) {
            return false;
        }
        try {
            reading.run();
            return true;
        } finally {
            lock.readLock().unlock();
        }
    }
}
