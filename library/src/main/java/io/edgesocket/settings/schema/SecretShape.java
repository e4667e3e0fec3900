package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.components.Problem;
import java.util.Optional;

/**
 * A text that may be a secret: in a stack's file it then is {@code secure: v1:…}, encrypted by Pulumi.
 *
 * @param always whether it must be one, and is never shown
 */
public record SecretShape(TextShape text, boolean always) implements Shape {

    /** Stands in a stack's file where a secret is to come, which nobody has set yet. */
    public static final String UNSET = "<secret>";

    private static final String NOT_SET = "not set yet";

    /** Whether a problem is that a secret isn't set yet. */
    public static boolean isUnset(Problem problem) {
        return problem.given().equals(NOT_SET);
    }

    public static SecretShape maybeSecret(TextShape text) {
        return new SecretShape(text, false);
    }

    public static SecretShape secret(TextShape text) {
        return new SecretShape(text, true);
    }

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (given.asText().equals(UNSET)) {
            place.add(NOT_SET, "pulumi config set --secret --path " + place.path() + "; allowed: " + text.allowed());
            return Optional.empty();
        }
        if (always && !place.secret()) {
            place.add(
                    given.isValueNode() ? "plain text" : JsonDescription.describe(given),
                    "must be a secret: pulumi config set --secret --path " + place.path());
            return Optional.empty();
        }
        return text.read(given, place).map(value -> new ValueOrSecret((String) value, place.secret()));
    }

    @Override
    public JsonNode fromText(String value) {
        return text.fromText(value);
    }

    @Override
    public boolean mayHoldSecret() {
        return true;
    }

    @Override
    public ObjectNode schema() {
        var schema = Shape.object();
        schema.putArray("anyOf").add(always ? unset() : text.schema()).add(encrypted());
        return schema;
    }

    private static ObjectNode unset() {
        return Shape.object().put("const", UNSET);
    }

    private static ObjectNode encrypted() {
        var schema = Shape.schemaOf("object");
        schema.putObject("properties").set("secure", Shape.schemaOf("string"));
        schema.putArray("required").add("secure");
        return schema.put("additionalProperties", false);
    }

    @Override
    public String type() {
        return always ? "secret" : "text or secret";
    }

    @Override
    public String limits() {
        return text.limits();
    }

    @Override
    public String allowed() {
        return text.allowed();
    }
}
