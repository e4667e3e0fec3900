package io.edgesocket.local.lambda.pool;

import java.time.Duration;

/**
 * How much of one function there may be at a time.
 *
 * @param timeout      how long a call may take
 * @param concurrency  calls under way; further ones are throttled
 * @param environments environments on this machine; further calls wait
 * @param ahead        calls sent to an environment behind the one that it runs
 */
public record PoolLimits(Duration timeout, int concurrency, int environments, int ahead) {
    /** To write so many takes little more than to write one, and a pipe has hardly room for more. */
    public static final int AHEAD = 16;

    private static final Duration ANY = Duration.ofDays(365);

    /** One call at a time, which may stand at a breakpoint. Others wait. */
    public PoolLimits debugged() {
        return new PoolLimits(ANY, concurrency, 1, 0);
    }
}
