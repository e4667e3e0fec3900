package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Exchange.Message;
import io.edgesocket.local.apigateway.stage.Integration;
import io.edgesocket.local.journal.Payload;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code AWS_PROXY}: a function gets everything that is known of a message, and returns the whole answer. */
final class LambdaProxyIntegration implements Integration {
    private final FunctionCall call;

    LambdaProxyIntegration(FunctionCall call) {
        this.call = call;
    }

    @Override
    public String backend() {
        return call.function().name();
    }

    @Override
    public Optional<String> event(Exchange exchange) {
        return exchange.what() instanceof Message
                ? Optional.of(Payload.of(LambdaEvent.of(exchange)))
                : Optional.empty();
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        return call.invoke(LambdaEvent.of(exchange), exchange.trace())
                .thenApply(invocation -> ProxyAnswer.read(call.payload(invocation)));
    }
}
