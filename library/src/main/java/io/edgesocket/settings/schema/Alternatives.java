package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Keys of a group that are alternatives to each other.
 *
 * @param required whether one of them must be given
 * @param single   whether only one of them may be given
 */
public record Alternatives(List<String> keys, boolean required, boolean single) implements Rule {

    public static Alternatives exactlyOne(String... keys) {
        return new Alternatives(List.of(keys), true, true);
    }

    public static Alternatives atMostOne(String... keys) {
        return new Alternatives(List.of(keys), false, true);
    }

    public static Alternatives atLeastOne(String... keys) {
        return new Alternatives(List.of(keys), true, false);
    }

    @Override
    public void check(ObjectNode group, Location place) {
        var given = keys.stream().filter(group::has).toList();
        if (given.isEmpty() && required) {
            place.add("neither " + String.join(" nor ", keys), "one of them must be given");
        }
        if (single) {
            given.stream()
                    .skip(1)
                    .forEach(key ->
                            place.key(key).add("given together with " + given.get(0), "only one of them may be given"));
        }
    }

    @Override
    public void addTo(ObjectNode schema) {
        if (required) {
            var any = schema.putArray(single ? "oneOf" : "anyOf");
            keys.forEach(key -> any.addObject().putArray("required").add(key));
        } else {
            schema.putObject("not").set("anyOf", pairs());
        }
    }

    private ArrayNode pairs() {
        var pairs = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < keys.size(); i++) {
            for (var other : keys.subList(i + 1, keys.size())) {
                pairs.addObject().putArray("required").add(keys.get(i)).add(other);
            }
        }
        return pairs;
    }
}
