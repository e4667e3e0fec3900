package io.edgesocket.local.gateway.integration;

import io.edgesocket.local.gateway.stage.Denial;
import io.edgesocket.local.gateway.stage.DeniedException;
import io.edgesocket.local.gateway.stage.Exchange;
import io.edgesocket.local.gateway.stage.Integration;
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
