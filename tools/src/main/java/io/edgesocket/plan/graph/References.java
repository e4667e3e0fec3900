package io.edgesocket.plan.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.Reference;
import io.edgesocket.plan.ReferenceNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the resources whose outputs stand in an input. */
final class References {
    private static final String ALIAS = "aws:lambda/alias:Alias";

    private final Map<String, PlannedResource> byName = new HashMap<>();

    References(Plan plan) {
        var names = ReferenceNames.of(plan).all();
        plan.resources()
                .forEach(resource ->
                        Optional.ofNullable(names.get(resource.urn())).ifPresent(name -> byName.put(name, resource)));
    }

    /** Each once, in the order in which they stand there. In the place of a function's alias, the function. */
    Stream<PlannedResource> in(JsonNode input) {
        return texts(input)
                .flatMap(text -> Reference.in(text, byName.keySet()))
                .map(reference -> byName.get(reference.name()))
                .flatMap(this::behindAlias)
                .distinct();
    }

    private Stream<PlannedResource> behindAlias(PlannedResource resource) {
        return resource.type().equals(ALIAS) ? in(resource.inputs().path("functionName")) : Stream.of(resource);
    }

    boolean isIn(JsonNode input, PlannedResource wanted) {
        return in(input).anyMatch(found -> found.urn().equals(wanted.urn()));
    }

    private static Stream<String> texts(JsonNode input) {
        return input.isContainerNode()
                ? StreamSupport.stream(input.spliterator(), false).flatMap(References::texts)
                : Stream.of(input).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
