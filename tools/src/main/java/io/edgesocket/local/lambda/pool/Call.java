package io.edgesocket.local.lambda.pool;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One call of a function, from its event to its answer. */
public final class Call {
    /** Nobody wants to know what a function prints. */
    public static final Consumer<String> UNHEARD = line -> {};

    private static final long RUN = ThreadLocalRandom.current().nextLong() & ~0xF000L | 0x4000L;
    private static final AtomicLong LAST = new AtomicLong(Long.MIN_VALUE);

    private final byte[] event;
    private final Consumer<String> printed;
    private final long number = LAST.incrementAndGet();
    private final long askedAt = System.nanoTime();
    private final CompletableFuture<Invocation> answer = new CompletableFuture<>();
    private long begunAt;

    Call(byte[] event, Consumer<String> printed) {
        this.event = event;
        this.printed = printed;
    }

    public byte[] event() {
        return event;
    }

    public Consumer<String> printed() {
        return printed;
    }

    CompletableFuture<Invocation> answer() {
        return answer;
    }

    /** A UUID, as in Lambda. It is counted, not random: a random one takes longer than the rest of a call. */
    public String requestId() {
        return new UUID(RUN, number).toString();
    }

    /** From here on, the time counts towards the timeout. Waiting for an environment does not. */
    void begin() {
        begunAt = System.nanoTime();
    }

    /**
     * Its time since it was begun.
     *
     * @param now of {@link System#nanoTime}
     */
    public Duration taken(long now) {
        return Duration.ofNanos(now - begunAt);
    }

    Duration waited(long now) {
        return Duration.ofNanos(now - askedAt);
    }
}
