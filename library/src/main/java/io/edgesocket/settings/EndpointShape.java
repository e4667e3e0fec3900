package io.edgesocket.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.settings.schema.Location;
import io.edgesocket.settings.schema.Shape;
import java.util.Optional;

/** The address of a WebSocket API that exists already, as a distribution takes it for an origin. */
public record EndpointShape() implements Shape {

    @Override
    public Optional<Object> read(JsonNode given, Location place) {
        if (!given.isTextual() || given.textValue().isEmpty()) {
            return place.refuse(given, "must be " + allowed());
        }
        var problems = WebSocketOrigin.existing(given.textValue()).problems();
        if (place.secret() && !problems.isEmpty()) {
            return place.refuse(given, "must be " + allowed());
        }
        problems.forEach(problem -> place.add(onOneLine(problem.given()), problem.allowed()));
        return problems.isEmpty() ? Optional.of(given.textValue()) : Optional.empty();
    }

    private static String onOneLine(String given) {
        return given.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema() {
        return Shape.schemaOf("string").put("pattern", "^(" + CloudFrontLimits.ENDPOINT + ")$");
    }

    @Override
    public String type() {
        return "text";
    }

    @Override
    public String limits() {
        return "a WebSocket address in lower case, with the stage if it is API Gateway's own: "
                + "wss://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/live";
    }

    @Override
    public String allowed() {
        return limits();
    }
}
