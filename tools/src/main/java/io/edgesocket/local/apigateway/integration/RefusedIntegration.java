package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Integration;
import java.util.concurrent.CompletableFuture;

/** An integration that can't be called. The reason is known before the first call. */
record RefusedIntegration(GatewayError error, String because) implements Integration {
    @Override
    public String backend() {
        return error.name();
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        return GatewayErrorException.future(error, because);
    }
}
