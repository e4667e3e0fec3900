package io.edgesocket.plan.render;

import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.ResourceTree;
import io.edgesocket.plan.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A component with its own resources. Those of a component inside it belong to that component's group.
 *
 * @param component empty for the resources that are directly in the stack
 */
public record ComponentGroup(Optional<PlannedResource> component, List<PlannedResource> resources) {

    /** The stack's own part first, if it holds anything; then the components in the tree's order. */
    public static List<ComponentGroup> of(ResourceTree tree) {
        var parts = new ArrayList<ComponentGroup>();
        add(new ComponentGroup(Optional.empty(), new ArrayList<>()), tree, tree.top(), parts);
        parts.removeIf(part -> part.component().isEmpty() && part.resources().isEmpty());
        return parts;
    }

    private static void add(
            ComponentGroup part, ResourceTree tree, List<PlannedResource> children, List<ComponentGroup> parts) {
        parts.add(part);
        hold(part, tree, children, parts);
    }

    private static void hold(
            ComponentGroup part, ResourceTree tree, List<PlannedResource> children, List<ComponentGroup> parts) {
        for (var child : children) {
            if (child.custom()) {
                part.resources().add(child);
                hold(part, tree, tree.childrenOf(child), parts);
            } else {
                add(new ComponentGroup(Optional.of(child), new ArrayList<>()), tree, tree.childrenOf(child), parts);
            }
        }
    }

    String name() {
        return component.map(PlannedResource::name).orElse("the stack itself");
    }

    /** The component's class; empty for the stack. */
    String type() {
        return component.map(TypeName::shown).orElse("");
    }
}
