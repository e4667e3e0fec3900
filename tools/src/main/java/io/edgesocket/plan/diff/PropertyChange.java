package io.edgesocket.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What happened to one property. */
public sealed interface PropertyChange {
    PropertyPath path();

    Optional<JsonNode> earlier();

    Optional<JsonNode> later();

    /** In a list: the item at this index of the later list is new. */
    record Added(PropertyPath path, JsonNode after) implements PropertyChange {
        @Override
        public Optional<JsonNode> earlier() {
            return Optional.empty();
        }

        @Override
        public Optional<JsonNode> later() {
            return Optional.of(after);
        }
    }

    /** In a list: the item at this index of the earlier list is gone. */
    record Removed(PropertyPath path, JsonNode before) implements PropertyChange {
        @Override
        public Optional<JsonNode> earlier() {
            return Optional.of(before);
        }

        @Override
        public Optional<JsonNode> later() {
            return Optional.empty();
        }
    }

    record Altered(PropertyPath path, JsonNode before, JsonNode after) implements PropertyChange {
        @Override
        public Optional<JsonNode> earlier() {
            return Optional.of(before);
        }

        @Override
        public Optional<JsonNode> later() {
            return Optional.of(after);
        }
    }

    /**
     * A text that is JSON on both sides, such as a policy.
     *
     * @param inside the changes within the JSON, each with its full path; empty if only the formatting differs
     */
    record AlteredJson(PropertyPath path, JsonNode before, JsonNode after, List<PropertyChange> inside)
            implements PropertyChange {
        public AlteredJson {
            inside = List.copyOf(inside);
        }

        @Override
        public Optional<JsonNode> earlier() {
            return Optional.of(before);
        }

        @Override
        public Optional<JsonNode> later() {
            return Optional.of(after);
        }
    }
}
