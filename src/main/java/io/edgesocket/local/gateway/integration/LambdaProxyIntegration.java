package io.edgesocket.local.gateway.integration;

import io.edgesocket.local.functions.LocalFunction;
import io.edgesocket.local.gateway.stage.Exchange;
import io.edgesocket.local.gateway.stage.Integration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** {@code AWS_PROXY}: a function gets all that is known of a message, and says in its own words what to answer. */
final class LambdaProxyIntegration implements Integration {
    private final FunctionCall call;

    LambdaProxyIntegration(LocalFunction function, Duration timeout) {
        this.call = new FunctionCall(function, timeout);
    }

    @Override
    public String backend() {
        return call.function().name();
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        return call.invoke(LambdaEvent.of(exchange))
                .thenApply(invocation -> ProxyAnswer.read(call.payload(invocation)));
    }
}
