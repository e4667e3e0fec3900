package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Keys of a group that mean nothing without another. */
public record OnlyBeside(String key, List<String> companions) implements Rule {

    public static OnlyBeside onlyBeside(String key, String... companions) {
        return new OnlyBeside(key, List.of(companions));
    }

    @Override
    public void check(ObjectNode group, Location place) {
        if (!group.has(key)) {
            companions.stream()
                    .filter(group::has)
                    .forEach(companion ->
                            place.key(companion).add("given without " + key, "leave it out, or give " + key));
        }
    }

    @Override
    public void addTo(ObjectNode schema) {
        var needs = schema.putObject("dependencies");
        companions.forEach(companion -> needs.putArray(companion).add(key));
    }
}
