package io.edgesocket.deploy.cloud;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources that exist, and all that was done to them, in order. */
public final class Cloud {
    private final Map<Resource.Key, Resource> resources = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> replicated = new HashSet<>();

    synchronized Resource create(Wanted wanted) {
        var created = PlanKeys.told(Versions.published(wanted.created(), Optional.empty()), resources.values());
        rules().creating(created);
        return done(Operation.Kind.CREATE, created);
    }

    synchronized Resource update(String id, Wanted wanted) {
        var asked = wanted.as(id);
        var before = find(asked);
        if (before.isEmpty()) {
            throw new Refusal("NotFoundException: there is no " + asked + " with id " + id);
        }
        var updated = Versions.published(asked, before);
        rules().updating(updated);
        return done(Operation.Kind.UPDATE, updated);
    }

    /** Deleting what is gone already is fine, as it is with the real provider. */
    synchronized void delete(Resource wanted) {
        find(wanted).ifPresent(deleted -> {
            rules().deleting(deleted);
            resources.remove(deleted.key());
            operations.add(Operation.of(Operation.Kind.DELETE, deleted));
        });
    }

    synchronized Optional<Resource> find(Resource wanted) {
        return Optional.ofNullable(resources.get(wanted.key()));
    }

    /** What exists now, as {@code apigatewayv2.Api chat}, in the order of creation. */
    public synchronized List<String> resources() {
        return resources.values().stream().map(Resource::toString).toList();
    }

    /** All that was done since the beginning. */
    public synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Somebody changes a text of a resource in the console, which the program knows nothing of. */
    public synchronized void changeOutside(String resource, String input, String text) {
        var changed = named(resource);
        resources.put(
                changed.key(),
                new Resource(
                        changed.type(),
                        changed.name(),
                        changed.id(),
                        changed.region(),
                        changed.inputs().toBuilder()
                                .putFields(input, Values.of(text))
                                .build(),
                        changed.outputs().toBuilder()
                                .putFields(input, Values.of(text))
                                .build()));
    }

    /** Somebody deletes a resource in the console. */
    public synchronized void deleteOutside(String resource) {
        resources.remove(named(resource).key());
    }

    private Resource named(String resource) {
        return resources.values().stream()
                .filter(one -> one.toString().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    private Rules rules() {
        return new Rules(List.copyOf(resources.values()), Set.copyOf(replicated));
    }

    private Resource done(Operation.Kind kind, Resource resource) {
        resources.put(resource.key(), resource);
        resource.inputsNamed("lambdaArn").forEach(replicated::add);
        operations.add(Operation.of(kind, resource));
        return resource;
    }
}
