package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Integration;
import io.edgesocket.local.lambda.pool.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * {@code AWS} with a function: one template makes its event from the message, another one the reply from its answer.
 */
record LambdaIntegration(FunctionCall call, RequestMapping request, ResponseMapping response) implements Integration {
    private static final int OK = 200;

    @Override
    public String backend() {
        return call.function().name();
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        var event = request.request(exchange);
        return call.invoke(event.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : event, exchange.trace())
                .thenApply(invocation -> response.map(exchange, Answer.of(OK, payload(invocation))));
    }

    /** An error is an answer, too: an integration response may be selected for it. */
    private String payload(Invocation invocation) {
        if (invocation instanceof Invocation.Failed failed) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("errorMessage", failed.errorMessage())
                    .put("errorType", failed.errorType())
                    .toString();
        }
        return new String(call.payload(invocation), StandardCharsets.UTF_8);
    }
}
