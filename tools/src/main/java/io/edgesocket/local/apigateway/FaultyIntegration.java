package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Integration;
import io.edgesocket.local.faults.Fault;
import io.edgesocket.local.faults.Fault.Kind;
import io.edgesocket.local.faults.Faults;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The backend of a route, with what is to go wrong with it. */
record FaultyIntegration(String route, Integration integration, Faults faults) implements Integration {
    /** <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">The longest</a> that API Gateway waits. */
    private static final Duration LONGEST = Duration.ofSeconds(29);

    @Override
    public String backend() {
        return integration.backend();
    }

    @Override
    public Optional<String> event(Exchange exchange) {
        return integration.event(exchange);
    }

    @Override
    public CompletableFuture<Answer> call(Exchange exchange) {
        if (faults.all().isEmpty()) {
            return integration.call(exchange);
        }
        return taken(Kind.THROTTLE)
                .map(fault -> failed(GatewayError.THROTTLED, fault))
                .or(() -> taken(Kind.FAIL).map(fault -> failed(GatewayError.BAD_INTEGRATION, fault)))
                .or(() -> taken(Kind.DELAY).map(fault -> later(exchange, fault)))
                .orElseGet(() -> integration.call(exchange));
    }

    private Optional<Fault> taken(Kind kind) {
        return faults.take(kind, route);
    }

    private static CompletableFuture<Answer> failed(GatewayError error, Fault fault) {
        return GatewayErrorException.future(error, "the fault " + fault + " is set");
    }

    private CompletableFuture<Answer> later(Exchange exchange, Fault fault) {
        var tooLate = fault.delay().compareTo(LONGEST) > 0;
        var wait = tooLate ? LONGEST : fault.delay();
        return CompletableFuture.supplyAsync(
                        () -> tooLate
                                ? FaultyIntegration.failed(GatewayError.TIMEOUT, fault)
                                : integration.call(exchange),
                        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS))
                .thenCompose(answer -> answer);
    }
}
