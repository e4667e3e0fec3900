package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.jetty.http.HttpFields;

/** Headers as Lambda@Edge has them: {@code {"name": [{"key": "Name", "value": …}]}}. */
final class KeyValues {
    private static final String FIX = "return a list of { key, value }, with the header's name as key";

    private KeyValues() {}

    /** @throws InvalidResultException if an entry is no list of {@code {key, value}}, or its key isn't its name */
    static HttpFields read(JsonNode byName) throws InvalidResultException {
        var headers = HttpFields.build();
        for (var entry : byName.properties()) {
            for (var each : entry.getValue()) {
                var name = each.path("key").asText(entry.getKey());
                if (!each.path("value").isTextual()) {
                    throw InvalidResultException.noText("the header " + entry.getKey(), each.path("value"), FIX);
                }
                if (!name.equalsIgnoreCase(entry.getKey())) {
                    throw new InvalidResultException(
                            "the header " + entry.getKey() + " has the key \"" + name + '"', FIX);
                }
                headers.add(name, each.path("value").asText());
            }
        }
        return headers;
    }
}
