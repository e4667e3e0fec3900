package io.edgesocket.plan.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One step of the engine.
 *
 * @param before what Pulumi's state has, after a refresh what the provider has
 * @param after  what it becomes
 */
record PreviewStep(Kind kind, String urn, Optional<JsonNode> before, Optional<JsonNode> after, JsonNode node) {
    /** Steps that belong to another one, or that change nothing. */
    private static final Set<String> SILENT = Set.of(
            "same",
            "read",
            "read-discard",
            "read-replacement",
            "create-replacement",
            "delete-replaced",
            "discard-replaced",
            "remove-pending-replace",
            "import-replacement");

    enum Kind {
        REFRESH,
        CREATE,
        UPDATE,
        REPLACE,
        DELETE,
        SILENT
    }

    /** @throws IllegalArgumentException if it is no step, or one that isn't known */
    static PreviewStep of(JsonNode node) {
        var urn = node.path("urn").asText();
        if (!urn.startsWith("urn:pulumi:") || urn.split("::", 4).length != 4) {
            throw new IllegalArgumentException("what Pulumi wrote has a step without a URN");
        }
        return new PreviewStep(
                kind(node.path("op").asText()), urn, state(node, "oldState"), state(node, "newState"), node);
    }

    private static Kind kind(String operation) {
        if (SILENT.contains(operation)) {
            return Kind.SILENT;
        }
        return switch (operation) {
            case "refresh" -> Kind.REFRESH;
            case "create", "import" -> Kind.CREATE;
            case "update" -> Kind.UPDATE;
            case "replace" -> Kind.REPLACE;
            case "delete" -> Kind.DELETE;
            default ->
                throw new IllegalArgumentException("what Pulumi wrote has a step that isn't known here: " + operation);
        };
    }

    private static Optional<JsonNode> state(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isObject);
    }

    /** A resource that is left from a replacement which was not completed. */
    boolean isPendingDeletion() {
        return kind == Kind.DELETE
                && before.filter(state -> state.path("delete").asBoolean()).isPresent();
    }

    /** The properties for which the provider replaces it. */
    List<String> replacing() {
        var detailed = node.path("detailedDiff").properties().stream()
                .filter(property -> property.getValue().path("kind").asText().endsWith("-replace"))
                .map(property -> property.getKey());
        return Stream.concat(texts("replaceReasons"), detailed).distinct().toList();
    }

    /** The properties for which the engine does something. */
    List<String> reasons() {
        return texts("diffReasons").toList();
    }

    private Stream<String> texts(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false).map(JsonNode::asText);
    }
}
