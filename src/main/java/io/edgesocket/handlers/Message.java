package io.edgesocket.handlers;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** What a client asks {@link SendHandler} to send. */
public record Message(String to, String text) {

    /**
     * The message is not as {@link SendHandler} describes. Says what is missing, and repeats nothing of the message.
     */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private Malformed(String reason) {
            super(reason);
        }
    }

    static Message parse(String body) throws Malformed {
        var json = json(body);
        return new Message(text(json, "to"), text(json, "message"));
    }

    private static JsonNode json(String body) throws Malformed {
        try {
            return Optional.ofNullable(body)
                    .map(text -> JsonNode.parser().parse(text)) // null for a blank text
                    .orElseThrow(() -> new Malformed("not JSON"));
        } catch (UncheckedIOException notJson) {
            throw new Malformed("not JSON");
        }
    }

    private static String text(JsonNode json, String field) throws Malformed {
        return json.field(field)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(Predicate.not(String::isEmpty))
                .orElseThrow(() -> new Malformed("'" + field + "' is missing; a text is needed there"));
    }
}
