package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What may stand at one place in the settings. The reader, the JSON Schema and the listing ask the same object, so they
 * can't say different things. A setting with a form of its own implements it outside of this package.
 */
public interface Shape {

    /** The value in what is given. What can't stand here is reported to the place, and nothing comes back. */
    Optional<Object> read(JsonNode given, Location place);

    /** How a default, or a value at the top level, is to be understood: both are written as text. */
    JsonNode fromText(String text);

    /** Its value when it is left out, where every setting of this shape has the same. */
    default Optional<JsonNode> absent() {
        return Optional.empty();
    }

    /** Whether a {@link SecretShape} is in it: anywhere else a secret would go to AWS, and into the state, as plain text. */
    default boolean mayHoldSecret() {
        return false;
    }

    ObjectNode schema();

    /** In a word or two: {@code list of text}. */
    String type();

    /** What narrows the type; empty if nothing does. */
    String limits();

    /** Type and limits in words that follow "must be". */
    String allowed();

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Of what may stand in either of two shapes. */
    static ObjectNode either(Shape one, Shape other) {
        var schema = object();
        schema.putArray("anyOf").add(one.schema()).add(other.schema());
        return schema;
    }

    static ObjectNode schemaOf(String type) {
        return object().put("type", type);
    }
}
