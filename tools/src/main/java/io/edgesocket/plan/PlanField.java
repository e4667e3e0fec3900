package io.edgesocket.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A part of a plan's JSON. Each method refuses a value of another type, and names its place in the file.
 *
 * @param path such as {@code resources[0].urn}; empty for the plan itself
 */
record PlanField(String path, JsonNode node) {

    PlanField field(String name) {
        return new PlanField(path.isEmpty() ? name : path + "." + name, object().path(name));
    }

    Optional<PlanField> optional(String name) {
        return Optional.of(field(name)).filter(field -> !field.node.isMissingNode());
    }

    String text() {
        require(node.isTextual(), "is no text");
        require(!node.textValue().isEmpty(), "is empty");
        return node.textValue();
    }

    boolean flag() {
        require(node.isBoolean(), "is neither true nor false");
        return node.booleanValue();
    }

    List<PlanField> items() {
        require(node.isArray(), "is no list");
        return IntStream.range(0, node.size())
                .mapToObj(i -> new PlanField(path + "[" + i + "]", node.get(i)))
                .toList();
    }

    List<String> texts() {
        return items().stream().map(PlanField::text).toList();
    }

    ObjectNode object() {
        require(node.isObject(), "is no object");
        return (ObjectNode) node;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(node.isMissingNode() ? "is missing" : otherwise);
        }
    }

    IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("it is no plan: " + path + " " + reason);
    }
}
