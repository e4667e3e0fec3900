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
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The backend of a route, with what is to go wrong with it.
 *
 * @param timeout how long API Gateway waits for it
 */
record FaultyIntegration(String route, Integration integration, Duration timeout, Faults faults)
        implements Integration {

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

    /** The backend takes so much longer, and API Gateway waits no longer than ever. */
    private CompletableFuture<Answer> later(Exchange exchange, Fault fault) {
        var left = timeout.minus(fault.delay());
        return left.isNegative()
                ? after(timeout, () -> failed(GatewayError.TIMEOUT, fault))
                : after(fault.delay(), () -> within(left, fault, integration.call(exchange)));
    }

    private static CompletableFuture<Answer> after(Duration delay, Supplier<CompletableFuture<Answer>> call) {
        return CompletableFuture.supplyAsync(
                        call, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS))
                .thenCompose(answer -> answer);
    }

    private static CompletableFuture<Answer> within(Duration left, Fault fault, CompletableFuture<Answer> call) {
        return call.copy()
                .orTimeout(left.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> failure instanceof TimeoutException
                        ? failed(GatewayError.TIMEOUT, fault)
                        : CompletableFuture.failedFuture(failure));
    }
}
