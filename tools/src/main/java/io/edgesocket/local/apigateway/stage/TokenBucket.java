package io.edgesocket.local.apigateway.stage;

import java.time.Clock;

/** Allows a number of requests a second, and a larger number at once after a pause. */
final class TokenBucket {
    private static final double MILLIS = 1000;
    private final double perMilli;
    private final double burst;
    private final Clock clock;
    private double tokens;
    private long filledAt;

    TokenBucket(double perSecond, double burst, Clock clock) {
        this.perMilli = perSecond / MILLIS;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.filledAt = clock.millis();
    }

    synchronized boolean take() {
        var now = clock.millis();
        tokens = Math.min(burst, tokens + Math.max(0, now - filledAt) * perMilli); // a clock may be set back
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
