package io.edgesocket.plan.diff;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Created;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Computes the difference of two plans. Both must be without their stacks' names. */
final class PlanComparison {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Plan before;
    private final Plan after;
    private final UrnMatching lineage;
    private final ReferenceRenames words;
    private final Map<String, PlannedResource> gone;
    private final List<ResourceChange> changes = new ArrayList<>();
    private int unchanged;

    PlanComparison(Plan before, Plan after) {
        this.before = before;
        this.after = after;
        lineage = UrnMatching.of(before, after);
        words = ReferenceRenames.between(before, after, lineage);
        gone = byUrn(before);
    }

    PlanDiff diff() {
        byUrn(after).values().forEach(this::compare);
        gone.values().forEach(resource -> changes.add(new Deleted(resource)));
        var diff = new PlanDiff(
                new PlanDiff.Side(before.project(), before.stack()),
                new PlanDiff.Side(after.project(), after.stack()),
                changes,
                List.of(),
                ValueDiff.between(words.of(before.outputs()), after.outputs()),
                unchanged);
        return diff.isOneStack() ? diff.with(Consequences.of(after, diff)) : diff;
    }

    private static Map<String, PlannedResource> byUrn(Plan plan) {
        return plan.resources().stream()
                .collect(toMap(PlannedResource::urn, Function.identity(), (first, again) -> first, LinkedHashMap::new));
    }

    private void compare(PlannedResource resource) {
        lineage.earlier(resource.urn())
                .map(gone::remove)
                .ifPresentOrElse(
                        earlier -> compare(inLaterWords(earlier), resource), () -> changes.add(new Created(resource)));
    }

    private void compare(PlannedResource earlier, PlannedResource resource) {
        var change = new Changed(
                earlier,
                resource,
                ValueDiff.between(earlier.inputs(), resource.inputs()),
                ValueDiff.between(options(earlier), options(resource)),
                Optional.empty());
        if (change.isMoved() || !change.inputs().isEmpty() || !change.options().isEmpty()) {
            changes.add(change);
        } else if (!resource.type().equals(TypeName.STACK)) {
            unchanged++;
        }
    }

    private PlannedResource inLaterWords(PlannedResource resource) {
        return new PlannedResource(
                resource.urn(),
                resource.type(),
                resource.name(),
                resource.custom(),
                resource.parent().map(this::laterUrn),
                resource.provider(),
                resource.protect(),
                resource.retainOnDelete(),
                resource.deleteBeforeReplace(),
                resource.aliases(),
                resource.ignoreChanges(),
                resource.dependsOn().stream().map(this::laterUrn).toList(),
                words.of(resource.inputs()));
    }

    private String laterUrn(String urn) {
        return lineage.later(urn).orElse(urn);
    }

    static ObjectNode options(PlannedResource resource) {
        var options = JSON.objectNode()
                .put("custom", resource.custom())
                .put("protect", resource.protect())
                .put("retainOnDelete", resource.retainOnDelete())
                .put("deleteBeforeReplace", resource.deleteBeforeReplace());
        resource.parent().ifPresent(parent -> options.put("parent", parent));
        resource.provider().ifPresent(provider -> options.put("provider", provider));
        options.set("aliases", array(resource.aliases()));
        options.set("ignoreChanges", array(resource.ignoreChanges()));
        return options.set(
                "dependsOn", array(resource.dependsOn().stream().sorted().toList()));
    }

    private static ArrayNode array(List<String> texts) {
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
