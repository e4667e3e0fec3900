package io.edgesocket.local.lambda;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** One call of a function, from its event to its answer. */
final class Call {
    private static final long RUN = ThreadLocalRandom.current().nextLong() & ~0xF000L | 0x4000L;
    private static final AtomicLong LAST = new AtomicLong(Long.MIN_VALUE);

    private final byte[] event;
    private final long number = LAST.incrementAndGet();
    private final long askedAt = System.nanoTime();
    private final CompletableFuture<Invocation> answer = new CompletableFuture<>();
    private long begunAt;

    Call(byte[] event) {
        this.event = event;
    }

    byte[] event() {
        return event;
    }

    CompletableFuture<Invocation> answer() {
        return answer;
    }

    /** A UUID, as in Lambda. It is counted, not random: a random one takes longer than the rest of a call. */
    String requestId() {
        return new UUID(RUN, number).toString();
    }

    /** From here on, the time counts towards the timeout. Waiting for an environment does not. */
    void begin() {
        begunAt = System.nanoTime();
    }

    Duration taken(long now) {
        return Duration.ofNanos(now - begunAt);
    }

    Duration waited(long now) {
        return Duration.ofNanos(now - askedAt);
    }
}
