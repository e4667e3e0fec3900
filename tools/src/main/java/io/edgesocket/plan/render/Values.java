package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values as text within a line. */
final class Values {
    private Values() {}

    /** A text unchanged, a list as its items with commas between them, null as an empty text; anything else as JSON. */
    static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Values::text)
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString();
    }
}
