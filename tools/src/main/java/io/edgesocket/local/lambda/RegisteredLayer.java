package io.edgesocket.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A version of a layer that a function has.
 *
 * @param arn  as it is given
 * @param code its files, if the program deploys them from this machine
 */
record RegisteredLayer(String arn, Optional<JsonNode> code) {
    static final String TYPE = "aws:lambda/layerVersion:LayerVersion";

    /** Those of a function, in its order. */
    static List<RegisteredLayer> of(PlayedResource function, PlayedStack stack) {
        return StreamSupport.stream(function.inputs().path("layers").spliterator(), false)
                .map(JsonNode::asText)
                .map(arn -> of(arn, stack))
                .toList();
    }

    private static RegisteredLayer of(String arn, PlayedStack stack) {
        var made = stack.ofType(TYPE)
                .filter(layer -> arn.contains(layer.word("arn")))
                .findFirst();
        return new RegisteredLayer(
                made.map(PlayedResource::name).orElse(arn),
                made.map(layer -> layer.inputs().path("code"))
                        .filter(code -> !code.isMissingNode() && code.findValue("$remote") == null));
    }
}
