package io.edgesocket.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.edgesocket.plan.Plan.PlannedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The children of each resource. The stack itself is left out: resources without another parent are at the top.
 *
 * @param children          by the parent's URN; the key is empty for those at the top
 * @param explicitProviders the providers that the program made itself, as references name them
 */
public record ResourceTree(Map<Optional<String>, List<PlannedResource>> children, Set<String> explicitProviders) {

    public static ResourceTree of(Plan plan) {
        var names = ReferenceNames.of(plan);
        var byUrn = plan.resources().stream()
                .filter(resource -> !resource.type().equals(TypeName.STACK))
                .collect(toMap(PlannedResource::urn, Function.identity(), (first, again) -> first, LinkedHashMap::new));
        return new ResourceTree(
                byUrn.values().stream()
                        .collect(groupingBy(resource -> resource.parent().filter(byUrn::containsKey))),
                byUrn.values().stream()
                        .filter(resource -> TypeName.isProvider(resource.type()))
                        .map(PlannedResource::urn)
                        .map(names::of)
                        .collect(Collectors.toSet()));
    }

    public List<PlannedResource> top() {
        return children.getOrDefault(Optional.<String>empty(), List.of());
    }

    public List<PlannedResource> childrenOf(PlannedResource resource) {
        return children.getOrDefault(Optional.of(resource.urn()), List.of());
    }

    /** The resource and all below it, parents first. */
    public Stream<PlannedResource> all(PlannedResource resource) {
        return Stream.concat(Stream.of(resource), childrenOf(resource).stream().flatMap(this::all));
    }

    public Stream<PlannedResource> all() {
        return top().stream().flatMap(this::all);
    }

    /**
     * How the engine treats it differently, for instance {@code protected}. A component exists only in the program, so
     * it is never marked as retained.
     */
    public List<String> marks(PlannedResource resource) {
        return Stream.of(
                        resource.protect() ? "protected" : "",
                        resource.custom() && resource.retainOnDelete() ? "retained on delete" : "",
                        resource.provider()
                                .filter(explicitProviders::contains)
                                .map(provider -> "provider " + provider)
                                .orElse(""))
                .filter(mark -> !mark.isEmpty())
                .toList();
    }
}
