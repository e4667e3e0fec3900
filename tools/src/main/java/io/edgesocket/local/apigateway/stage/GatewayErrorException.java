package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.mapping.MappingException;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * API Gateway refuses a handshake, message or call. The message says what was found. It has no stack trace: it is no
 * bug.
 */
public final class GatewayErrorException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final GatewayError error;

    public GatewayErrorException(GatewayError error, String because) {
        super(because, null, false, false);
        this.error = error;
    }

    public static <T> CompletableFuture<T> future(GatewayError error, String because) {
        return CompletableFuture.failedFuture(new GatewayErrorException(error, because));
    }

    /** What ended a step, as an error of API Gateway; a bug of this program counts as one too. */
    public static GatewayErrorException of(Throwable failure) {
        if (failure instanceof GatewayErrorException denied) {
            return denied;
        }
        if (failure instanceof MappingException wrong) {
            return new GatewayErrorException(GatewayError.BAD_INTEGRATION, wrong.getMessage());
        }
        return failure instanceof CompletionException && failure.getCause() != null
                ? of(failure.getCause())
                : new GatewayErrorException(GatewayError.BAD_INTEGRATION, failure.toString());
    }

    public GatewayError error() {
        return error;
    }

    public void tell(Trace trace) {
        tell(trace, error.step());
    }

    /** @param details more of it, for a program */
    public void tell(Trace trace, Supplier<Map<String, String>> details) {
        trace.refused(error.step(), () -> error.refusal(getMessage()), details);
    }

    public void tell(Trace trace, Step step) {
        trace.refused(step, () -> error.refusal(getMessage()));
    }
}
