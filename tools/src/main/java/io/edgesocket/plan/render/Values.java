package io.edgesocket.plan.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values as they read within a line. */
final class Values {
    private Values() {}

    /** A text as it is, a list's items after each other, nothing for null; anything else as JSON. */
    static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Values::text)
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString();
    }
}
