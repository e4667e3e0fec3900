package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.apigateway.mapping.Json;
import io.edgesocket.local.apigateway.stage.Authorization;
import io.edgesocket.local.apigateway.stage.Client;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Exchange.Connecting;
import io.edgesocket.local.apigateway.stage.ExchangeVariables;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.lambda.pool.Invocation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * {@code CUSTOM}: a function says who may connect. It isn't asked when something that it identifies clients by is
 * missing. Its answers are not kept: a WebSocket API's authorizer has no cache.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html">Lambda
 *      authorizers</a>
 */
record LambdaAuthorizer(FunctionCall call, List<String> identitySources) implements Authorization {
    /**
     * Bytes.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">Quotas</a>
     */
    private static final int RESULT_MAX = 8 * 1_024;

    @Override
    public CompletableFuture<Client> authorize(Exchange exchange, Connecting handshake) {
        var variables = new ExchangeVariables(exchange);
        for (var source : identitySources) {
            if (variables.value(source).filter(text -> !text.isEmpty()).isEmpty()) {
                return GatewayErrorException.future(
                        GatewayError.NO_IDENTITY, source + " is missing; the authorizer wasn't called");
            }
        }
        var methodArn =
                exchange.client().stage().api().arn(exchange.client().stage().name(), Stage.CONNECT);
        return call.invoke(LambdaEvent.toAuthorize(exchange, methodArn), exchange.trace())
                .thenApply(invocation -> exchange.client().authorized(judged(said(invocation), methodArn)));
    }

    private JsonNode said(Invocation invocation) {
        if (invocation instanceof Invocation.Failed failed
                && failed.errorMessage().equals("Unauthorized")) {
            throw new GatewayErrorException(
                    GatewayError.NOT_AUTHENTICATED, call.function().name() + " said \"Unauthorized\"");
        }
        try {
            var payload = call.payload(invocation);
            if (payload.length > RESULT_MAX) {
                throw wrong(payload.length + " bytes; " + RESULT_MAX + " are allowed");
            }
            return Json.tree(payload);
        } catch (IOException | GatewayErrorException failed) {
            throw new GatewayErrorException(GatewayError.AUTHORIZER_FAILED, failed.getMessage());
        }
    }

    private JsonNode judged(JsonNode said, String methodArn) {
        if (said.path("principalId").asText("").isEmpty()
                || !said.path("policyDocument").isObject()) {
            throw wrong("no principalId, or no policyDocument");
        }
        new PolicyDocument(said.path("policyDocument")).check(methodArn);
        var context = context(said.path("context"));
        if (said.hasNonNull(Client.API_KEY)) {
            context.put(Client.API_KEY, said.path(Client.API_KEY).asText());
        }
        return context.put("principalId", said.path("principalId").asText());
    }

    /** Numbers and truth values become texts, as in AWS. */
    private ObjectNode context(JsonNode said) {
        if (!said.isMissingNode() && !said.isNull() && !said.isObject()) {
            throw wrong("context, which is " + kind(said) + ", not an object");
        }
        var context = JsonNodeFactory.instance.objectNode();
        for (var entry : said.properties()) {
            if (entry.getValue().isContainerNode()) {
                throw wrong("context." + entry.getKey() + ", which is " + kind(entry.getValue())
                        + ": only texts, numbers and truth values are allowed");
            }
            if (!entry.getValue().isNull()) {
                context.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return context;
    }

    private static String kind(JsonNode value) {
        return value.isObject() ? "an object" : value.isArray() ? "an array" : "a text, number or truth value";
    }

    private GatewayErrorException wrong(String returned) {
        return new GatewayErrorException(
                GatewayError.AUTHORIZER_FAILED, call.function().name() + " returned " + returned);
    }
}
