package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Keys further down that would have no effect beside a key of the group. */
public record ForbiddenBeside(String beside, String because, List<KeyPath> keys) implements Rule {

    public static ForbiddenBeside unheededBeside(String beside, String because, String... paths) {
        return new ForbiddenBeside(
                beside, because, Stream.of(paths).map(KeyPath::of).toList());
    }

    @Override
    public void check(ObjectNode group, Location place) {
        if (group.has(beside)) {
            keys.stream()
                    .filter(key -> key.isGivenIn(group))
                    .forEach(key -> key.in(place).add("given together with " + beside, "leave it out: " + because));
        }
    }

    @Override
    public void addTo(ObjectNode schema) {
        var none = schema.putObject("dependencies").putObject(beside).putArray("allOf");
        keys.forEach(key -> key.addGroupTo(none.addObject())
                .putObject("not")
                .putArray("required")
                .add(key.key()));
    }
}
