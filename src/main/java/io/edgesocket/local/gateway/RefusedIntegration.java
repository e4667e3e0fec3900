package io.edgesocket.local.gateway;

import java.util.concurrent.CompletableFuture;

/** An integration that can't be called, for a reason that is known beforehand. */
record RefusedIntegration(Denial denial, String because) implements Integration {
    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        return DeniedException.future(denial, because);
    }
}
