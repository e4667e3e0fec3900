package io.edgesocket.local.apigateway;

import java.util.Optional;

/** Lets so many things of a connection happen at a time. Another one may wait for its turn; no more, as no more is read. */
final class Turns {
    private final int atOnce;
    private int taken;
    private Optional<Runnable> waiting = Optional.empty();

    Turns(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Begins now, or when another turn ends. What begins ends its turn with {@link #next}. */
    void take(Runnable begin) {
        synchronized (this) {
            if (taken == atOnce) {
                waiting = Optional.of(begin);
                return;
            }
            taken++;
        }
        begin.run();
    }

    void next() {
        Optional<Runnable> begin;
        synchronized (this) {
            begin = waiting;
            waiting = Optional.empty();
            if (begin.isEmpty()) {
                taken--;
            }
        }
        begin.ifPresent(Runnable::run);
    }
}
