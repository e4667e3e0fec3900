package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** A key of a group further down, as in {@code edgesocket:alarms.topics.edge}. */
record KeyPath(List<String> groups, String key) {

    static KeyPath of(String path) {
        var steps = List.of(path.split("\\."));
        return new KeyPath(steps.subList(0, steps.size() - 1), steps.get(steps.size() - 1));
    }

    /** What it stands in; a node without keys if that isn't given, or is no group. */
    JsonNode groupIn(JsonNode above) {
        return groups.stream().reduce(above, JsonNode::path, (one, other) -> other);
    }

    boolean isGivenIn(ObjectNode above) {
        return groupIn(above).has(key);
    }

    Location in(Location above) {
        return Stream.concat(groups.stream(), Stream.of(key)).reduce(above, Location::key, (one, other) -> other);
    }

    /** The schema of what it stands in, added to the one of the group above. */
    ObjectNode addGroupTo(ObjectNode schema) {
        return groups.stream()
                .reduce(
                        schema,
                        (above, group) -> above.putObject("properties").putObject(group),
                        (one, other) -> other);
    }
}
