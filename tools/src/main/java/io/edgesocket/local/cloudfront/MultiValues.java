package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Values by name, as CloudFront Functions have them: {@code {name: {value: …, multiValue: [{value: …}]}}}. */
final class MultiValues {
    private MultiValues() {}

    static ObjectNode of(List<NameValue> values) {
        var byName = JsonNodeFactory.instance.objectNode();
        for (var each : values) {
            if (byName.path(each.name()) instanceof ObjectNode former) {
                addTo(former, each.value());
            } else {
                byName.putObject(each.name()).put("value", each.value());
            }
        }
        return byName;
    }

    /** {@code multiValue} holds all of them, the first too. */
    private static void addTo(ObjectNode former, String value) {
        var all = former.withArrayProperty("multiValue");
        if (all.isEmpty()) {
            all.addObject().put("value", former.path("value").asText());
        }
        all.addObject().put("value", value);
    }

    /** @throws InvalidResultException if an entry is no {@code {value}} */
    static List<NameValue> read(JsonNode byName) throws InvalidResultException {
        return read(byName, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Of an entry with several values, a change to {@code value} is the first one's, unless {@code multiValue} has
     * changed.
     *
     * @param before what the function was given
     * @throws InvalidResultException if an entry is no {@code {value}}
     */
    static List<NameValue> read(JsonNode byName, ObjectNode before) throws InvalidResultException {
        var values = new ArrayList<NameValue>();
        for (var entry : byName.properties()) {
            var given = entry.getValue();
            var all = new ArrayList<JsonNode>();
            given.path("multiValue").forEach(all::add);
            if (all.isEmpty()) {
                all.add(given);
            } else if (given.path("multiValue")
                    .equals(before.path(entry.getKey()).path("multiValue"))) {
                all.set(0, given);
            }
            for (var each : all) {
                values.add(new NameValue(entry.getKey(), value(entry.getKey(), each)));
            }
        }
        return values;
    }

    private static String value(String name, JsonNode entry) throws InvalidResultException {
        if (!entry.path("value").isTextual()) {
            throw InvalidResultException.noText(
                    "the entry " + name, entry.path("value"), "return { value: '…' }, with text as value");
        }
        return entry.path("value").asText();
    }
}
