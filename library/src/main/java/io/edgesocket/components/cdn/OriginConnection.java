package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.CONNECTION_ATTEMPTS_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.CONNECTION_TIMEOUT_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.KEEP_ALIVE_DEFAULT;
import static io.edgesocket.components.cdn.CloudFrontLimits.KEEP_ALIVE_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.READ_TIMEOUT_DEFAULT;
import static io.edgesocket.components.cdn.CloudFrontLimits.READ_TIMEOUT_MAX;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.time.Duration;

/** How long CloudFront waits for an origin, and how often it tries to connect. */
record OriginConnection(Duration readTimeout, Duration keepAlive, int attempts, Duration timeout) {
    static final OriginConnection DEFAULT = new OriginConnection(
            Duration.ofSeconds(READ_TIMEOUT_DEFAULT),
            Duration.ofSeconds(KEEP_ALIVE_DEFAULT),
            CONNECTION_ATTEMPTS_MAX,
            Duration.ofSeconds(CONNECTION_TIMEOUT_MAX));

    OriginConnection readTimeout(Duration changed) {
        return new OriginConnection(changed, keepAlive, attempts, timeout);
    }

    OriginConnection keepAlive(Duration changed) {
        return new OriginConnection(readTimeout, changed, attempts, timeout);
    }

    OriginConnection attempts(int changed) {
        return new OriginConnection(readTimeout, keepAlive, changed, timeout);
    }

    OriginConnection timeout(Duration changed) {
        return new OriginConnection(readTimeout, keepAlive, attempts, changed);
    }

    void check(Problems problems, Property origin) {
        checkSeconds(problems, origin.then("readTimeout"), readTimeout, READ_TIMEOUT_MAX);
        checkSeconds(problems, origin.then("keepAlive"), keepAlive, KEEP_ALIVE_MAX);
        problems.unless(
                attempts >= 1 && attempts <= CONNECTION_ATTEMPTS_MAX,
                origin.then("connectionAttempts"),
                String.valueOf(attempts),
                "1 to " + CONNECTION_ATTEMPTS_MAX);
        checkSeconds(problems, origin.then("connectionTimeout"), timeout, CONNECTION_TIMEOUT_MAX);
    }

    private static void checkSeconds(Problems problems, Property property, Duration given, int max) {
        var whole = given.equals(Duration.ofSeconds(given.toSeconds()));
        problems.unless(
                whole && given.toSeconds() >= 1 && given.toSeconds() <= max,
                property,
                readable(given),
                "whole seconds, 1 s to " + max + " s");
    }

    private static String readable(Duration given) {
        return given.toMillisPart() == 0 ? given.toSeconds() + " s" : given.toMillis() + " ms";
    }
}
