package io.edgesocket.local.apigateway;

import java.util.Optional;

/** Lets one thing of a connection happen at a time. Another one may wait for its turn; no more, as no more is read. */
final class Turns {
    private boolean taken;
    private Optional<Runnable> waiting = Optional.empty();

    /** Begins now, or when the turn before ends. What begins ends its turn with {@link #next}. */
    void take(Runnable begin) {
        synchronized (this) {
            if (taken) {
                waiting = Optional.of(begin);
                return;
            }
            taken = true;
        }
        begin.run();
    }

    void next() {
        Optional<Runnable> begin;
        synchronized (this) {
            begin = waiting;
            waiting = Optional.empty();
            taken = begin.isPresent();
        }
        begin.ifPresent(Runnable::run);
    }
}
