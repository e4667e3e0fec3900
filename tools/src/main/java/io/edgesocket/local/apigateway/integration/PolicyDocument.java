package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The policy that an authorizer returns. Conditions are not played: a statement with one counts as if it held. */
record PolicyDocument(JsonNode json) {
    private static final String INVOKE = "execute-api:Invoke";

    /** @throws GatewayErrorException if it denies the call, or doesn't allow it */
    void check(String methodArn) {
        var effects = statements()
                .filter(statement -> covers(statement, methodArn))
                .map(statement -> statement.path("Effect").asText())
                .toList();
        if (effects.contains("Deny")) {
            throw new GatewayErrorException(GatewayError.EXPLICIT_DENY, "the authorizer's policy denies " + methodArn);
        }
        if (!effects.contains("Allow")) {
            throw new GatewayErrorException(
                    GatewayError.NOT_ALLOWED, "the authorizer's policy allows " + resources() + ", not " + methodArn);
        }
    }

    private Stream<JsonNode> statements() {
        return all(json.path("Statement"));
    }

    private List<String> resources() {
        return statements()
                .flatMap(statement -> all(statement.path("Resource")))
                .map(JsonNode::asText)
                .toList();
    }

    private static boolean covers(JsonNode statement, String methodArn) {
        return all(statement.path("Action")).anyMatch(action -> Permissions.matches(action.asText(), INVOKE))
                && all(statement.path("Resource")).anyMatch(arn -> Permissions.matches(arn.asText(), methodArn));
    }

    /** A single value may stand there without a list. */
    private static Stream<JsonNode> all(JsonNode oneOrMore) {
        var list = oneOrMore.isArray()
                ? oneOrMore
                : oneOrMore.isMissingNode()
                        ? JsonNodeFactory.instance.arrayNode()
                        : JsonNodeFactory.instance.arrayNode().add(oneOrMore);
        return StreamSupport.stream(list.spliterator(), false);
    }
}
