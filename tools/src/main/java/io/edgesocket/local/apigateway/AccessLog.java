package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.mapping.Variables;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.ExchangeVariables;
import io.edgesocket.local.journal.Step;
import java.util.Map;
import java.util.Optional;

/** The lines that a stage's access log would get, in the format that is registered for it. */
final class AccessLog {
    private AccessLog() {}

    /** @param error what the client was told of a failure; empty if there was none */
    static void add(Exchange exchange, int status, String error) {
        exchange.client()
                .stage()
                .accessLog()
                .ifPresent(format -> exchange.trace()
                        .step(Step.ACCESS_LOG, () -> format.evaluate(variables(exchange, status, error))));
    }

    /** A variable without a value is a dash. */
    private static Variables variables(Exchange exchange, int status, String error) {
        var outcome = Map.of(
                "context.status",
                Integer.toString(status),
                "context.integrationStatus",
                Integer.toString(status),
                "context.integration.status",
                Integer.toString(status),
                "context.error.message",
                error.isEmpty() ? "-" : error,
                "context.error.messageString",
                error.isEmpty() ? "-" : '"' + error + '"');
        var known = new ExchangeVariables(exchange);
        return name -> Optional.ofNullable(outcome.get(name))
                .or(() -> known.value(name))
                .or(() -> Optional.of("-"));
    }
}
