package io.edgesocket.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.PropertyChange.Added;
import io.edgesocket.plan.PropertyChange.Altered;
import io.edgesocket.plan.PropertyChange.AlteredJson;
import io.edgesocket.plan.PropertyChange.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two values, down to the properties that differ. */
final class ValueDiff {
    private final List<PropertyChange> changes = new ArrayList<>();

    private ValueDiff() {}

    static List<PropertyChange> between(ObjectNode before, ObjectNode after) {
        return between(PropertyPath.ROOT, before, after);
    }

    private static List<PropertyChange> between(PropertyPath path, JsonNode before, JsonNode after) {
        var diff = new ValueDiff();
        diff.compare(path, before, after);
        return diff.changes;
    }

    private void compare(PropertyPath path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode && after instanceof ObjectNode) {
            compareFields(path, (ObjectNode) before, (ObjectNode) after);
        } else if (before instanceof ArrayNode && after instanceof ArrayNode) {
            compareItems(path, (ArrayNode) before, (ArrayNode) after);
        } else {
            changes.add(altered(path, before, after));
        }
    }

    private void compareFields(PropertyPath path, ObjectNode before, ObjectNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            if (!before.has(name)) {
                changes.add(new Added(path.field(name), after.get(name)));
            } else if (!after.has(name)) {
                changes.add(new Removed(path.field(name), before.get(name)));
            } else {
                compare(path.field(name), before.get(name), after.get(name));
            }
        }
    }

    /** What both lists begin and end with is left aside, so that one item more is one change. */
    private void compareItems(PropertyPath path, ArrayNode before, ArrayNode after) {
        var start = sameAtStart(before, after);
        var end = sameAtEnd(before, after, start);
        var removed = before.size() - end;
        var added = after.size() - end;
        var pairs = Math.min(removed, added);
        for (var i = start; i < pairs; i++) {
            compare(path.item(i), before.get(i), after.get(i));
        }
        for (var i = pairs; i < removed; i++) {
            changes.add(new Removed(path.item(i), before.get(i)));
        }
        for (var i = pairs; i < added; i++) {
            changes.add(new Added(path.item(i), after.get(i)));
        }
    }

    private static int sameAtStart(ArrayNode before, ArrayNode after) {
        var same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        return same;
    }

    private static int sameAtEnd(ArrayNode before, ArrayNode after, int start) {
        var same = 0;
        while (same < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - same).equals(after.get(after.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    private static PropertyChange altered(PropertyPath path, JsonNode before, JsonNode after) {
        return JsonText.in(before)
                .flatMap(earlier -> JsonText.in(after).map(later -> between(path, earlier, later)))
                .<PropertyChange>map(inside -> new AlteredJson(path, before, after, inside))
                .orElseGet(() -> new Altered(path, before, after));
    }
}
