package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.PropertyChange.AlteredJson;
import io.edgesocket.text.Printable;

/** The values of a change as they read within a line, as JSON. Long ones are cut to where they differ. */
final class Excerpts {
    private static final int LONGEST = 160;
    /** Of two values beside each other. */
    private static final int LONGEST_OF_TWO = 72;
    /** How much that is the same still stands before what differs. */
    private static final int CONTEXT = 12;

    private Excerpts() {}

    /** {@code "NONE" → "CUSTOM"}; a value alone if there is no other. */
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
