package io.edgesocket.local.dynamodb;

import io.edgesocket.local.stack.PlayedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as the program registers it.
 *
 * @param name as it is called here: the name that the program gives, or the resource's
 * @param keys the names of its key's attributes and their types ({@code S}, {@code N} or {@code B}): the partition key, and
 *             the sort key if it has one
 */
record RegisteredTable(String name, List<KeyAttribute> keys) {
    RegisteredTable {
        keys = List.copyOf(keys);
    }

    record KeyAttribute(String name, String type) {}

    static String name(PlayedResource table) {
        var given = table.text("name");
        return given.isEmpty() ? table.name() : given;
    }

    static RegisteredTable of(PlayedResource table) {
        var types = new HashMap<String, String>();
        table.inputs()
                .path("attributes")
                .forEach(attribute -> types.put(
                        attribute.path("name").asText(), attribute.path("type").asText()));
        var keys = new ArrayList<KeyAttribute>();
        keys.add(key(table.text("hashKey"), types));
        if (!table.text("rangeKey").isEmpty()) {
            keys.add(key(table.text("rangeKey"), types));
        }
        return new RegisteredTable(name(table), keys);
    }

    /** AWS refuses a table that doesn't say the type of its keys; most are texts. */
    private static KeyAttribute key(String name, Map<String, String> types) {
        return new KeyAttribute(name, types.getOrDefault(name, "S"));
    }
}
