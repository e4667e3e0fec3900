package io.edgesocket.local.functions;

import java.time.Duration;

/** Passes a function's lines on, and leaves out what nobody could read: a flood costs its function, and no one else. */
final class LogBudget {
    static final int LINES_PER_SECOND = 500;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final String function;
    private final FunctionLog log;
    private long since = System.nanoTime();
    private int admitted;
    private long left;

    LogBudget(String function, FunctionLog log) {
        this.function = function;
        this.log = log;
    }

    synchronized boolean admits() {
        var now = System.nanoTime();
        if (now - since >= SECOND) {
            tellLeft();
            since = now;
            admitted = 0;
        }
        if (admitted < LINES_PER_SECOND) {
            admitted++;
            return true;
        }
        left++;
        return false;
    }

    void add(String line) {
        log.add(function, line);
    }

    /** Says how many lines are missing, if any are. */
    synchronized void tellLeft() {
        if (left > 0) {
            add("… and " + left + " more lines");
            left = 0;
        }
    }
}
