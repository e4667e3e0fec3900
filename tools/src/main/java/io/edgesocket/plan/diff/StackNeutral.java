package io.edgesocket.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.TypeName;
import io.edgesocket.plan.diff.PropertyChange.Added;
import io.edgesocket.plan.diff.PropertyChange.Altered;
import io.edgesocket.plan.diff.PropertyChange.Removed;

/**
 * Makes the plans of two stacks comparable. It removes the stack's name from URNs. The stack's own resource, which has
 * that name, is identified by its type.
 */
public record StackNeutral(String prefix) {

    public static StackNeutral of(String stack) {
        return new StackNeutral("urn:pulumi:" + stack + "::");
    }

    static Plan of(Plan plan) {
        var free = of(plan.stack());
        return new Plan(
                plan.project(),
                plan.stack(),
                plan.resources().stream().map(free::resource).toList(),
                plan.outputs());
    }

    private PlannedResource resource(PlannedResource resource) {
        return new PlannedResource(
                urn(resource.urn()),
                resource.type(),
                resource.name(),
                resource.custom(),
                resource.parent().map(this::urn),
                resource.provider(),
                resource.protect(),
                resource.retainOnDelete(),
                resource.deleteBeforeReplace(),
                resource.aliases().stream().map(this::urn).toList(),
                resource.ignoreChanges(),
                resource.dependsOn().stream().map(this::urn).toList(),
                resource.inputs());
    }

    public String urn(String urn) {
        if (!urn.startsWith(prefix)) {
            return urn;
        }
        return urn.contains("::" + TypeName.STACK + "::") ? TypeName.STACK : urn.substring(prefix.length());
    }

    /** The change with URNs shortened to {@code type::name}, which is enough for a reader. */
    public static PropertyChange shortened(PropertyChange change) {
        if (change instanceof Added added) {
            return new Added(added.path(), shortened(added.after()));
        }
        if (change instanceof Removed removed) {
            return new Removed(removed.path(), shortened(removed.before()));
        }
        return new Altered(
                change.path(),
                shortened(change.earlier().orElseThrow()),
                shortened(change.later().orElseThrow()));
    }

    private static JsonNode shortened(JsonNode value) {
        var parts = value.asText().split("::", 3);
        return parts.length == 3
                ? TextNode.valueOf(parts[1].substring(parts[1].lastIndexOf('$') + 1) + "::" + parts[2])
                : value;
    }
}
