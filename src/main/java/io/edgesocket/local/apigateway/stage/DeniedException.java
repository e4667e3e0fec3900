package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A handshake or message goes no further. The message says what was found. Without a stack: it is nobody's mistake. */
public final class DeniedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Denial denial;

    public DeniedException(Denial denial, String because) {
        super(because, null, false, false);
        this.denial = denial;
    }

    public static <T> CompletableFuture<T> future(Denial denial, String because) {
        return CompletableFuture.failedFuture(new DeniedException(denial, because));
    }

    /** What ended a step, as a denial; a mistake of this program's own is told as one. */
    public static DeniedException of(Throwable failure) {
        if (failure instanceof DeniedException denied) {
            return denied;
        }
        return failure instanceof CompletionException && failure.getCause() != null
                ? of(failure.getCause())
                : new DeniedException(Denial.BAD_INTEGRATION, failure.toString());
    }

    public Denial denial() {
        return denial;
    }

    public void tell(Trace trace) {
        tell(trace, denial.step());
    }

    public void tell(Trace trace, Step step) {
        trace.refused(step, () -> denial.refusal(getMessage()));
    }
}
