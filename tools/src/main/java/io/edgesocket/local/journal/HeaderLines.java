package io.edgesocket.local.journal;

import io.edgesocket.text.SecretHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Headers in an event's details: {@value #SENT} as they came or as they are forwarded, and {@value #ADDED}, which the
 * distribution adds for its origin and whose values are never told. One {@code Name: value} a line.
 */
public final class HeaderLines {
    public static final String SENT = "headers";
    public static final String ADDED = "addedHeaders";

    /** Clients that can send no other header put their token here, as browsers do. */
    private static final Pattern TOKEN_AS_SUBPROTOCOL = Pattern.compile("(?i)sec-websocket-protocol: *(?=.{24})");

    private static final String HIDDEN = "…";

    private HeaderLines() {}

    /** @param fields names and values, in the order in which they came */
    public static String of(Stream<Map.Entry<String, String>> fields) {
        return fields.map(field -> field.getKey() + ": " + field.getValue()).collect(Collectors.joining("\n"));
    }

    /** The names alone, with {@code …} as values: these are the owner's keys, and no page needs them. */
    public static String ofNames(Stream<String> names) {
        return names.map(name -> name + ": " + HIDDEN).collect(Collectors.joining("\n"));
    }

    static boolean areIn(Map<String, String> details) {
        return details.containsKey(SENT);
    }

    /** Values of secret headers become {@code …}. */
    static Map<String, String> withoutSecrets(Map<String, String> details) {
        var known = new LinkedHashMap<>(details);
        known.computeIfPresent(
                SENT,
                (name, lines) -> lines.lines()
                        .map(line -> isSecret(line) ? hidden(line) : line)
                        .collect(Collectors.joining("\n")));
        return known;
    }

    private static boolean isSecret(String line) {
        return SecretHeaders.isSecret(nameOf(line))
                || TOKEN_AS_SUBPROTOCOL.matcher(line).lookingAt();
    }

    private static String hidden(String line) {
        return nameOf(line) + ": " + HIDDEN;
    }

    private static String nameOf(String line) {
        return line.substring(0, Math.max(0, line.indexOf(':')));
    }
}
