package io.edgesocket.local.lambda;

import java.time.Duration;

/**
 * Passes a function's lines on, up to a number in each second: more could not be read, and would slow down everything
 * else.
 */
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

    /** Whether the next line may pass. */
    synchronized boolean admits() {
        var now = System.nanoTime();
        if (now - since >= SECOND) {
            since = now;
            admitted = 0;
            tellLeft();
        }
        if (admitted < LINES_PER_SECOND) {
            admitted++;
            return true;
        }
        if (left++ == 0) {
            add("… prints more than " + LINES_PER_SECOND + " lines a second; the rest is left out");
        }
        return false;
    }

    void add(String line) {
        log.add(function, line);
    }

    private void tellLeft() {
        if (left > 0) {
            add("… " + left + " lines were left out");
            left = 0;
        }
    }
}
