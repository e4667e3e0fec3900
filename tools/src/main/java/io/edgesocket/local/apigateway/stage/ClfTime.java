package io.edgesocket.local.apigateway.stage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times in the Common Log Format, {@code 23/Nov/2026:08:31:14 +0000}. The last text is kept: many events have the same
 * second.
 */
public final class ClfTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long MILLIS = 1000;
    private static volatile Second last = new Second(-1, "");

    private ClfTime() {}

    private record Second(long second, String text) {}

    public static String of(long millis) {
        var second = Math.floorDiv(millis, MILLIS);
        var known = last;
        if (known.second() != second) {
            known = new Second(second, FORMAT.format(Instant.ofEpochSecond(second)));
            last = known;
        }
        return known.text();
    }
}
