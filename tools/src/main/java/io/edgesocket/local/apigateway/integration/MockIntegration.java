package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.mapping.Json;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Integration;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * {@code MOCK}: no backend. Its request template gives {@code {"statusCode": 200}}, and an integration response's
 * template what is replied.
 */
record MockIntegration(RequestMapping request, ResponseMapping response) implements Integration {

    @Override
    public String backend() {
        return "MOCK";
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        return CompletableFuture.completedFuture(response.map(exchange, Answer.of(status(exchange), "")));
    }

    private int status(Exchange exchange) {
        try {
            var status = Json.tree(request.request(exchange)).path("statusCode").asInt();
            if (status > 0) {
                return status;
            }
        } catch (IOException notJson) {
            // refused below
        }
        throw new GatewayErrorException(
                GatewayError.BAD_INTEGRATION,
                "the request template of a MOCK integration must give {\"statusCode\": 200}");
    }
}
