package io.edgesocket.local.apigateway.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A number of requests in a day, week or month. When these begin is not documented: here at midnight UTC, weeks on
 * Monday.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html">QuotaSettings</a>
 */
public final class Quota {
    private final int limit;
    private final String period;
    private final Clock clock;
    private LocalDate begun;
    private int taken;

    private Quota(int limit, String period, int taken, Clock clock) {
        this.limit = limit;
        this.period = period;
        this.clock = clock;
        this.taken = taken;
        this.begun = begin();
    }

    /** @param settings an {@code offset} is taken from the first period */
    static Quota of(JsonNode settings, Clock clock) {
        return new Quota(
                settings.path("limit").asInt(),
                settings.path("period").asText(),
                settings.path("offset").asInt(0),
                clock);
    }

    synchronized boolean take() {
        var begin = begin();
        if (!begin.equals(begun)) {
            begun = begin;
            taken = 0;
        }
        if (taken >= limit) {
            return false;
        }
        taken++;
        return true;
    }

    private LocalDate begin() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (period) {
            case "MONTH" -> today.withDayOfMonth(1);
            case "WEEK" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> today;
        };
    }

    /** Such as {@code the 1000 requests a day}. */
    @Override
    public String toString() {
        return "the " + limit + " requests a " + period.toLowerCase(Locale.ROOT);
    }
}
