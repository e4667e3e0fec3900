package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The texts of a list in JSON. */
final class Texts {
    private Texts() {}

    static List<String> of(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
