package io.edgesocket.local.lambda;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A thread that reads what clients send, and is lent to the handlers that their messages lead to: to wake another thread for
 * a handler can take longer than the handler itself.
 */
public final class LentThread {
    private static final ThreadLocal<LentThread> CURRENT = new ThreadLocal<>();

    private Optional<Runnable> next = Optional.empty();

    private LentThread() {}

    /**
     * Reads on this thread, then runs the handlers of what was read, one after the other.
     *
     * @param runner is given what runs all of them, if there are any. If that takes long, it has another thread do what this
     *               one is for
     */
    public static void lend(Runnable reading, Consumer<Runnable> runner) {
        var lent = new LentThread();
        CURRENT.set(lent);
        try {
            try {
                reading.run();
            } finally {
                if (lent.next.isPresent()) {
                    runner.accept(lent::runAll);
                }
            }
        } finally {
            CURRENT.remove();
        }
    }

    private void runAll() {
        while (next.isPresent()) {
            var handler = next.get();
            next = Optional.empty();
            handler.run();
        }
    }

    /**
     * Takes a handler that runs on this thread as soon as it is free. Only one: a second one would have to wait for the first.
     *
     * @return false if this thread isn't lent, or has a handler already
     */
    public static boolean take(Runnable handler) {
        var lent = CURRENT.get();
        if (lent == null || lent.next.isPresent()) {
            return false;
        }
        lent.next = Optional.of(handler);
        return true;
    }
}
