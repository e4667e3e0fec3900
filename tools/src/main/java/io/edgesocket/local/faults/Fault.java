package io.edgesocket.local.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is to go wrong.
 *
 * @param of    the key of the route, or the name of the function
 * @param delay of the integration, at most a minute; zero for the others
 * @param times how often, at most 1,000,000; 0 for as long as it is set
 */
public record Fault(Kind kind, String of, Duration delay, int times) {
    /** What people write: {@code delay:send=3000*2}. */
    private static final Pattern WRITTEN = Pattern.compile("([a-z-]+):(.+?)(?:=(\\d{1,9}))?(?:\\*(\\d{1,9}))?");

    /** More would only keep a test waiting: API Gateway gives up after 29 seconds. */
    private static final Duration DELAY_MAX = Duration.ofMinutes(1);

    private static final int TIMES_MAX = 1_000_000;

    /** The kinds of faults, by the words that people write. */
    public enum Kind {
        /** The integration of a route answers so much later. */
        DELAY,
        /** The integration of a route fails. */
        FAIL,
        /** A route is throttled. */
        THROTTLE,
        /** A Lambda@Edge function throws. */
        EDGE_THROWS;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Fault {
        if (of.isEmpty()) {
            throw new IllegalArgumentException("name a route or a function");
        }
        if (kind == Kind.DELAY && delay.isZero()) {
            throw new IllegalArgumentException("a delay needs milliseconds: " + kind.word() + ":" + of + "=3000");
        }
        if (kind != Kind.DELAY && !delay.isZero()) {
            throw new IllegalArgumentException("only a delay has milliseconds: leave =" + delay.toMillis() + " out");
        }
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException(
                    "a delay of " + delay.toMillis() + " milliseconds: give 1 to " + DELAY_MAX.toMillis());
        }
        if (times < 0 || times > TIMES_MAX) {
            throw new IllegalArgumentException(times + " times: give 1 to " + TIMES_MAX + ", or 0 for always");
        }
    }

    /**
     * Reads {@code KIND:NAME}, with {@code =MILLISECONDS} for a delay, and {@code *TIMES}.
     *
     * @throws IllegalArgumentException if it is none; the message says what is allowed
     */
    public static Fault parse(String text) {
        var written = WRITTEN.matcher(text);
        if (written.matches()) {
            for (var kind : Kind.values()) {
                if (kind.word().equals(written.group(1))) {
                    return read(text, kind, written);
                }
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no fault: write delay:ROUTE=MILLISECONDS, fail:ROUTE, "
                + "throttle:ROUTE or edge-throws:FUNCTION, with *TIMES behind it if not always");
    }

    private static Fault read(String text, Kind kind, Matcher written) {
        try {
            var delay = Duration.ofMillis(number(written.group(3)));
            return new Fault(kind, written.group(2), delay, number(written.group(4)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("\"" + text + "\": " + wrong.getMessage(), wrong);
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind.word() + ":" + of + (delay.isZero() ? "" : "=" + delay.toMillis())
                + (times == 0 ? "" : "*" + times);
    }
}
