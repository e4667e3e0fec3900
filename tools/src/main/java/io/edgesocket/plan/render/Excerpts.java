package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.PropertyChange.AlteredJson;
import io.edgesocket.text.Printable;
import java.util.List;

/**
 * The values of a change within a line, as JSON. Long values are cut to the part that differs; an object that came to a
 * list, or left it, is not: nothing else shows what it holds.
 */
final class Excerpts {
    private static final int LONGEST = 160;
    /** The most characters of an object. Distributions and policies have shorter ones. */
    private static final int LONGEST_OBJECT = 4_000;
    /** The most characters of each of two values. */
    private static final int LONGEST_OF_TWO = 72;
    /** Which field of an object says which one it is: of a behavior, an origin, a statement, a rule, a tag. */
    private static final List<String> NAMES = List.of("pathPattern", "originId", "Sid", "name", "key", "eventType");
    /** How many equal characters are shown before the first different one. */
    private static final int CONTEXT = 12;

    private Excerpts() {}

    /** {@code "NONE" → "CUSTOM"}; one value if there is only one. */
    static String of(PropertyChange change) {
        if (change instanceof AlteredJson) {
            return "the same JSON, written differently";
        }
        if (change.earlier().isEmpty() || change.later().isEmpty()) {
            return change.earlier().or(change::later).map(Excerpts::whole).orElse("");
        }
        var before = change.earlier().get().toString();
        var after = change.later().get().toString();
        var isShort = Math.max(before.length(), after.length()) <= LONGEST_OF_TWO;
        var start = isShort ? 0 : commonStart(before, after) - CONTEXT;
        return from(start, before) + " → " + from(start, after);
    }

    private static String whole(JsonNode value) {
        return value instanceof ObjectNode object
                ? Printable.of(nameFirst(object).toString(), LONGEST_OBJECT)
                : Printable.of(value.toString(), LONGEST);
    }

    private static ObjectNode nameFirst(ObjectNode object) {
        var sorted = JsonNodeFactory.instance.objectNode();
        NAMES.stream().filter(object::has).forEach(name -> sorted.set(name, object.get(name)));
        return sorted.setAll(object);
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
