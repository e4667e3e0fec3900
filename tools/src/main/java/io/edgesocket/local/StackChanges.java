package io.edgesocket.local;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which resources a stack has after a change that it hadn't before, which it has no more, and which are other now: by their names. */
public record StackChanges(List<String> added, List<String> changed, List<String> removed) {
    static final StackChanges NONE = new StackChanges(List.of(), List.of(), List.of());

    public StackChanges {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    static StackChanges between(PlayedStack before, PlayedStack after) {
        var former = byUrn(before);
        var present = byUrn(after);
        return new StackChanges(
                names(present, urn -> !former.containsKey(urn)),
                names(
                        present,
                        urn -> former.containsKey(urn) && !former.get(urn).equals(present.get(urn))),
                names(former, urn -> !present.containsKey(urn)));
    }

    private static Map<String, PlayedResource> byUrn(PlayedStack stack) {
        return stack.resources().stream().collect(Collectors.toMap(PlayedResource::urn, resource -> resource));
    }

    /** Sorted, each once: resources of several types may have the same name. */
    private static List<String> names(Map<String, PlayedResource> resources, Predicate<String> which) {
        return resources.values().stream()
                .filter(resource -> which.test(resource.urn()))
                .map(PlayedResource::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
