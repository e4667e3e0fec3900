package io.edgesocket.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.settings.schema.Location;
import java.util.regex.Pattern;

/**
 * Finds what still stands in a stack's file as an example: names below {@code example.com}, {@code .org} and {@code .net},
 * which are nobody's. Who deploys such a file for the first time is to hear of all at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2606#section-3">RFC 2606, section 3</a>
 */
final class ExampleValues {
    private static final Pattern EXAMPLE = Pattern.compile("(?:^|.*[@/.])example\\.(?:com|org|net)(?:[:/].*)?");

    private ExampleValues() {}

    static void refuse(JsonNode value, Location place) {
        value.properties().forEach(entry -> {
            var below = place.key(entry.getKey());
            refuseText(entry.getKey(), below);
            refuse(entry.getValue(), below);
        });
        if (value.isArray()) {
            for (var index = 0; index < value.size(); index++) {
                refuse(value.get(index), place.item(index));
            }
        }
        refuseText(value.asText(), place);
    }

    private static void refuseText(String text, Location place) {
        if (EXAMPLE.matcher(text).matches()) {
            place.add(place.secret() ? "an example" : "\"" + text + "\" is an example", "put your own in its place");
        }
    }
}
