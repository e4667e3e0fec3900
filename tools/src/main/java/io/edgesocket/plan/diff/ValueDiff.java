package io.edgesocket.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import io.edgesocket.plan.diff.PropertyChange.Added;
import io.edgesocket.plan.diff.PropertyChange.Altered;
import io.edgesocket.plan.diff.PropertyChange.AlteredJson;
import io.edgesocket.plan.diff.PropertyChange.Removed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two values, down to the properties that differ. */
public final class ValueDiff {
    /** Items of both lists. The time to find those that both have grows with the square of it. */
    private static final int ITEMS_MAX = 4_000;

    private final List<PropertyChange> changes = new ArrayList<>();

    private ValueDiff() {}

    public static List<PropertyChange> between(ObjectNode before, ObjectNode after) {
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

    /** Ignores the items that both lists have, so that one more item is one change. Very long lists go by index. */
    private void compareItems(PropertyPath path, ArrayNode before, ArrayNode after) {
        if (before.size() + after.size() <= ITEMS_MAX && areValues(before) && areValues(after)) {
            DiffUtils.diff(items(before), items(after))
                    .getDeltas()
                    .forEach(delta -> compareItems(
                            path,
                            delta.getSource().getPosition(),
                            delta.getSource().getLines(),
                            delta.getTarget().getPosition(),
                            delta.getTarget().getLines()));
        } else {
            compareObjects(path, items(before), items(after));
        }
    }

    /** Items with parts are compared by index: which items belong together could only be guessed. */
    private void compareObjects(PropertyPath path, List<JsonNode> before, List<JsonNode> after) {
        var start = sameAtStart(before, after);
        var end = sameAtEnd(before, after, start);
        compareItems(
                path,
                start,
                before.subList(start, before.size() - end),
                start,
                after.subList(start, after.size() - end));
    }

    private void compareItems(PropertyPath path, int at, List<JsonNode> before, int laterAt, List<JsonNode> after) {
        var pairs = Math.min(before.size(), after.size());
        for (var i = 0; i < pairs; i++) {
            compare(path.item(laterAt + i), before.get(i), after.get(i));
        }
        for (var i = pairs; i < before.size(); i++) {
            changes.add(new Removed(path.item(at + i), before.get(i)));
        }
        for (var i = pairs; i < after.size(); i++) {
            changes.add(new Added(path.item(laterAt + i), after.get(i)));
        }
    }

    private static boolean areValues(ArrayNode list) {
        return items(list).stream().allMatch(JsonNode::isValueNode);
    }

    private static List<JsonNode> items(ArrayNode list) {
        var items = new ArrayList<JsonNode>();
        list.forEach(items::add);
        return items;
    }

    private static int sameAtStart(List<JsonNode> before, List<JsonNode> after) {
        var same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        return same;
    }

    private static int sameAtEnd(List<JsonNode> before, List<JsonNode> after, int start) {
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
