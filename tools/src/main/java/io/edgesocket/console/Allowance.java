package io.edgesocket.console;

import java.util.concurrent.atomic.AtomicInteger;

/** So many in a second, whoever takes them. Two threads may begin a second at once: then it has a few more. */
final class Allowance {
    private static final long SECOND = 1_000_000_000L;

    private final int aSecond;
    private final AtomicInteger left;
    private volatile long until = System.nanoTime();

    Allowance(int aSecond) {
        this.aSecond = aSecond;
        this.left = new AtomicInteger(aSecond);
    }

    /** Whether there is one left. */
    boolean take() {
        var now = System.nanoTime();
        if (now - until >= 0) {
            until = now + SECOND;
            left.set(aSecond);
        }
        return left.get() > 0 && left.decrementAndGet() >= 0;
    }
}
