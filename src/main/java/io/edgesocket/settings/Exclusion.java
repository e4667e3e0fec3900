package io.edgesocket.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Keys of a group of which only one may be given. */
record Exclusion(List<String> keys, boolean required) {

    static Exclusion exactlyOne(String... keys) {
        return new Exclusion(List.of(keys), true);
    }

    static Exclusion atMostOne(String... keys) {
        return new Exclusion(List.of(keys), false);
    }

    void check(ObjectNode group, Place place) {
        var given = keys.stream().filter(group::has).toList();
        if (given.isEmpty() && required) {
            place.add("neither " + String.join(" nor ", keys), "one of them must be given");
        }
        given.stream().skip(1).forEach(key ->
                place.key(key).add("given together with " + given.get(0), "only one of them may be given"));
    }

    void addTo(ObjectNode schema) {
        if (required) {
            var oneOf = schema.putArray("oneOf");
            keys.forEach(key -> oneOf.addObject().putArray("required").add(key));
        } else {
            keys.forEach(schema.putObject("not").putArray("required")::add);
        }
    }
}
