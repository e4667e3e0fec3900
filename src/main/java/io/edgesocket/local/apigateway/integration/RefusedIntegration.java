package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Denial;
import io.edgesocket.local.apigateway.stage.DeniedException;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Integration;
import java.util.concurrent.CompletableFuture;

/** An integration that can't be called, for a reason that is known beforehand. */
record RefusedIntegration(Denial denial, String because) implements Integration {
    @Override
    public String backend() {
        return denial.name();
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        return DeniedException.future(denial, because);
    }
}
