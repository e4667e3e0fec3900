package io.edgesocket.engine.project;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Unquoted dates and times as the Pulumi CLI passes them to a program: {@code 2024-01-02 00:00:00 +0000 UTC}. */
final class YamlTimestamp {
    private static final DateTimeFormatter READ = strict(new DateTimeFormatterBuilder()
            .appendPattern("uuuu-M-d")
            .optionalStart()
            .appendLiteral(' ')
            .append(seconds("H:m:s"))
            .optionalEnd()
            .optionalStart()
            .parseCaseInsensitive()
            .appendLiteral('T')
            .parseCaseSensitive()
            .append(seconds("H:m:s"))
            .appendPattern("XXX")
            .optionalEnd());
    private static final DateTimeFormatter WRITTEN = strict(new DateTimeFormatterBuilder()
            .append(seconds("uuuu-MM-dd HH:mm:ss"))
            .appendPattern(" xx"));

    private YamlTimestamp() {}

    /** Empty if the text is no point in time. */
    static Optional<String> of(String text) {
        try {
            return Optional.of(
                    written(inZone(READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime inZone(TemporalAccessor time) {
        if (time instanceof OffsetDateTime zoned) {
            return zoned;
        }
        var local = time instanceof LocalDateTime withTime
                ? withTime
                : LocalDate.from(time).atStartOfDay();
        return local.atOffset(ZoneOffset.UTC);
    }

    /**
     * The time, its offset, and the zone's name. Only UTC has a name; any other offset is written twice, as Go does.
     */
    private static String written(OffsetDateTime time) {
        var written = WRITTEN.format(time);
        return written
                + (time.getOffset().equals(ZoneOffset.UTC) ? " UTC" : written.substring(written.lastIndexOf(' ')));
    }

    private static DateTimeFormatter seconds(String pattern) {
        return strict(new DateTimeFormatterBuilder().appendPattern(pattern).appendFraction(NANO_OF_SECOND, 0, 9, true));
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder format) {
        return format.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
