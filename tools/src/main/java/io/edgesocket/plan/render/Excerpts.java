package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.PropertyChange.AlteredJson;
import io.edgesocket.text.Printable;

/** The values of a change within a line, as JSON. Long values are cut to the part that differs. */
final class Excerpts {
    private static final int LONGEST = 160;
    /** The most characters of each of two values. */
    private static final int LONGEST_OF_TWO = 72;
    /** How many equal characters are shown before the first different one. */
    private static final int CONTEXT = 12;

    private Excerpts() {}

    /** {@code "NONE" → "CUSTOM"}; one value if there is only one. */
    static String of(PropertyChange change) {
        if (change instanceof AlteredJson) {
            return "the same JSON, written differently";
        }
        var before = change.earlier().map(JsonNode::toString).orElse("");
        var after = change.later().map(JsonNode::toString).orElse("");
        if (before.isEmpty() || after.isEmpty()) {
            return Printable.of(before + after, LONGEST);
        }
        var isShort = Math.max(before.length(), after.length()) <= LONGEST_OF_TWO;
        var start = isShort ? 0 : commonStart(before, after) - CONTEXT;
        return from(start, before) + " → " + from(start, after);
    }

    private static int commonStart(String one, String other) {
        var common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }

    private static String from(int start, String text) {
        return Printable.of(start <= 0 ? text : "…" + text.substring(start), LONGEST_OF_TWO);
    }
}
