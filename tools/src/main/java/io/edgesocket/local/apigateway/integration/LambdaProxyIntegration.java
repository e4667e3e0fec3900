package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Integration;
import io.edgesocket.local.lambda.LocalFunction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** {@code AWS_PROXY}: a function gets everything that is known of a message, and returns the whole answer. */
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
