package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.journal.Trace;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.lambda.pool.FunctionFailedException;
import io.edgesocket.local.lambda.pool.Invocation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls a function for as long as API Gateway waits for it, or, if it may stand at a breakpoint, for as long as it takes. */
record FunctionCall(LocalFunction function, Duration timeout, Timer timer) {

    /** @param trace is told what the function prints, if anybody listens to such details */
    CompletableFuture<Invocation> invoke(byte[] event, Trace trace) {
        var invocation = function.invoke(event, trace.printedBy(function.name()));
        return invocation.isDone() || function.debugger().isPresent() ? invocation : inTime(invocation);
    }

    private CompletableFuture<Invocation> inTime(CompletableFuture<Invocation> invocation) {
        return timer.within(
                timeout,
                invocation,
                () -> new GatewayErrorException(
                        GatewayError.TIMEOUT, function.name() + " took longer than " + timeout.toMillis() + " ms"));
    }

    /** What the function returned; a function that failed is an error of API Gateway. */
    byte[] payload(Invocation invocation) {
        try {
            return invocation.answered().payload();
        } catch (FunctionFailedException failed) {
            throw new GatewayErrorException(
                    GatewayError.FUNCTION_FAILED, function.name() + " failed: " + failed.getMessage());
        }
    }
}
