package io.edgesocket.plan.diff;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.Reference;
import io.edgesocket.plan.ReferenceNames;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what follows from the changes of one stack. A replaced resource has new outputs, all of them; a Lambda function that
 * publishes has a new version with each change of its code or configuration. Pulumi shows both as unknown until the update,
 * and with them each input that takes them.
 */
final class Consequences {
    private static final String FUNCTION = "aws:lambda/function:Function";
    private static final Set<String> OF_VERSIONS = Set.of("version", "qualifiedArn", "qualifiedInvokeArn");
    /** What can change of a function without a new version. */
    private static final Set<String> UNPUBLISHED = Set.of("reservedConcurrentExecutions", "tags");

    private final Impact impact;
    private final Map<String, PlannedResource> resources;
    private final Map<String, Changed> changed = new HashMap<>();
    private final Map<String, List<Use>> uses = new HashMap<>();
    private final Map<String, List<Consequence.Input>> found = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();
    private final Deque<Source> open = new ArrayDeque<>();

    /** An input of a resource that takes an output of another one. */
    private record Use(PlannedResource user, PropertyPath path, String output) {}

    /** A resource with outputs that change. */
    private record Source(PlannedResource resource, Predicate<String> outputs) {}

    private Consequences(Plan after, PlanDiff diff) {
        impact = new Impact(diff);
        resources = after.resources().stream()
                .collect(toMap(PlannedResource::urn, Function.identity(), (one, again) -> one, LinkedHashMap::new));
        diff.resources().forEach(change -> {
            if (change instanceof Changed here) {
                changed.put(here.resource().urn(), here);
            } else {
                resources.remove(change.resource().urn()); // a created one has nothing that could change
            }
        });
        findUses(after);
    }

    static List<Consequence> of(Plan after, PlanDiff diff) {
        return new Consequences(after, diff).all();
    }

    private List<Consequence> all() {
        changed.values().forEach(this::start);
        while (!open.isEmpty()) {
            follow(open.remove());
        }
        return resources.values().stream()
                .filter(resource -> found.containsKey(resource.urn()))
                .map(resource -> new Consequence(resource, found.get(resource.urn())))
                .toList();
    }

    private void findUses(Plan after) {
        var byName = new HashMap<String, PlannedResource>();
        ReferenceNames.of(after)
                .all()
                .forEach((urn, name) ->
                        Optional.ofNullable(resources.get(urn)).ifPresent(resource -> byName.put(name, resource)));
        resources
                .values()
                .forEach(user -> texts(PropertyPath.ROOT, user.inputs())
                        .forEach(text -> Reference.in(text.text(), byName.keySet())
                                .forEach(reference -> uses.computeIfAbsent(
                                                byName.get(reference.name()).urn(), none -> new ArrayList<>())
                                        .add(new Use(user, text.path(), reference.output())))));
    }

    private record Text(PropertyPath path, String text) {}

    private static Stream<Text> texts(PropertyPath path, JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream().flatMap(input -> texts(path.field(input.getKey()), input.getValue()));
        }
        if (value.isArray()) {
            return Stream.iterate(0, at -> at < value.size(), at -> at + 1)
                    .flatMap(at -> texts(path.item(at), value.get(at)));
        }
        return value.isTextual() ? Stream.of(new Text(path, value.textValue())) : Stream.of();
    }

    private void start(Changed change) {
        if (impact.replaces(change)) {
            replace(change.resource());
        } else if (change.inputs().stream()
                .filter(input -> !impact.isIgnored(change, input))
                .anyMatch(input -> publishes(change.resource(), input.path()))) {
            open.add(new Source(change.resource(), OF_VERSIONS::contains));
        }
    }

    private void replace(PlannedResource resource) {
        if (replaced.add(resource.urn())) {
            open.add(new Source(resource, output -> true));
        }
    }

    private static boolean publishes(PlannedResource resource, PropertyPath input) {
        return resource.type().equals(FUNCTION)
                && resource.inputs().path("publish").asBoolean()
                && !UNPUBLISHED.contains(input.top());
    }

    private void follow(Source source) {
        uses.getOrDefault(source.resource().urn(), List.of()).stream()
                .filter(use -> source.outputs().test(use.output()))
                .filter(use -> use.user().ignoreChanges().stream().noneMatch(use.path()::isWithin))
                .forEach(use -> follow(use, source.resource()));
    }

    private void follow(Use use, PlannedResource from) {
        var forces = Replacements.forcedByUnknown(use.user().type(), use.path());
        var told = Optional.ofNullable(changed.get(use.user().urn()))
                .filter(change -> !forces || impact.replaces(change))
                .isPresent();
        var inputs = found.computeIfAbsent(use.user().urn(), none -> new ArrayList<>());
        var isNew = inputs.stream().noneMatch(input -> input.path().equals(use.path()));
        if (isNew && !told) {
            inputs.add(new Consequence.Input(use.path(), from, forces));
        }
        if (inputs.isEmpty()) {
            found.remove(use.user().urn());
        }
        if (forces) {
            replace(use.user());
        } else if (isNew && publishes(use.user(), use.path())) {
            open.add(new Source(use.user(), OF_VERSIONS::contains));
        }
    }
}
