package io.edgesocket.probe;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a probe found at one address.
 *
 * @param address  without a token
 * @param all      in the order in which the checks ran
 * @param measured for monitoring
 */
public record Findings(URI address, List<Finding> all, Measured measured, Duration took) {
    public Findings {
        all = List.copyOf(all);
    }

    /**
     * What was measured on the way. Each is empty if it didn't come to that.
     *
     * @param certificateEnds the first of the shown certificates that ends, in seconds since 1970
     * @param tlsVersion      such as {@code TLSv1.3}
     * @param ipVersion       4 or 6: over which the handshake went
     * @param status          that answered the handshake
     */
    public record Measured(
            Optional<Duration> lookUp,
            Optional<Duration> handshake,
            Optional<Long> certificateEnds,
            Optional<String> tlsVersion,
            Optional<Integer> ipVersion,
            Optional<Integer> status) {}

    /** How many ended so. */
    public long count(Class<? extends Outcome> outcome) {
        return all.stream().map(Finding::outcome).filter(outcome::isInstance).count();
    }

    /** @param strict whether a warning counts as a failure */
    public boolean succeeded(boolean strict) {
        return count(Outcome.Failed.class) == 0 && !(strict && count(Outcome.Warned.class) > 0);
    }
}
