package io.edgesocket.plan.diff;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.diff.PropertyPath.Field;
import io.edgesocket.plan.diff.PropertyPath.Item;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Created;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Does to a plan what a difference says, and nothing else. */
record Patch(PlanDiff diff) {

    static Patch of(PlanDiff diff) {
        return new Patch(diff);
    }

    /** All that a plan says, but for its order and its stack's name in URNs: inputs and options by URN. */
    record Comparable(PlanDiff.Side side, Map<String, List<ObjectNode>> resources, ObjectNode outputs) {}

    static Comparable comparable(Plan plan) {
        return new Comparable(
                new PlanDiff.Side(plan.project(), plan.stack()),
                StackNeutral.of(plan).resources().stream().collect(toMap(PlannedResource::urn, Patch::content)),
                plan.outputs());
    }

    Comparable applyTo(Plan before) {
        var resources = new TreeMap<>(comparable(before).resources());
        diff.resources().forEach(change -> apply(change, resources));
        return new Comparable(diff.after(), resources, apply(diff.outputs(), before.outputs()));
    }

    private static void apply(ResourceChange change, Map<String, List<ObjectNode>> resources) {
        var urn = change.resource().urn();
        if (change instanceof Created) {
            resources.put(urn, content(change.resource()));
        } else if (change instanceof Deleted) {
            resources.remove(urn);
        } else {
            var changed = (Changed) change;
            var content = resources.remove(changed.before().urn());
            resources.put(
                    urn, List.of(apply(changed.inputs(), content.get(0)), apply(changed.options(), content.get(1))));
        }
    }

    private static List<ObjectNode> content(PlannedResource resource) {
        return List.of(resource.inputs(), PlanComparison.options(resource));
    }

    /** Removals from the end of a list, so that each finds its item; then the rest in order. */
    private static ObjectNode apply(List<PropertyChange> changes, ObjectNode before) {
        var after = before.deepCopy();
        var removals = changes.stream()
                .filter(PropertyChange.Removed.class::isInstance)
                .collect(Collectors.toList());
        Collections.reverse(removals);
        removals.forEach(change -> apply(change, after));
        changes.stream().filter(change -> !removals.contains(change)).forEach(change -> apply(change, after));
        return after;
    }

    private static void apply(PropertyChange change, ObjectNode root) {
        var steps = change.path().steps();
        JsonNode parent = root;
        for (var step : steps.subList(0, steps.size() - 1)) {
            parent = step instanceof Field field ? parent.get(field.name()) : parent.get(((Item) step).index());
        }
        var last = steps.get(steps.size() - 1);
        if (last instanceof Field field) {
            apply(change, (ObjectNode) parent, field.name());
        } else {
            apply(change, (ArrayNode) parent, ((Item) last).index());
        }
    }

    private static void apply(PropertyChange change, ObjectNode parent, String name) {
        change.later().ifPresentOrElse(value -> parent.set(name, value), () -> parent.remove(name));
    }

    private static void apply(PropertyChange change, ArrayNode parent, int index) {
        if (change instanceof PropertyChange.Added added) {
            parent.insert(index, added.after());
        } else if (change instanceof PropertyChange.Removed) {
            parent.remove(index);
        } else {
            parent.set(index, change.later().orElseThrow());
        }
    }
}
