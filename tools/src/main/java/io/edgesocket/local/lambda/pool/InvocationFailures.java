package io.edgesocket.local.lambda.pool;

import io.edgesocket.local.lambda.pool.Invocation.Failed;
import java.util.Map;

/** Failures that are no errors of the handler itself, with Lambda's own messages. */
public final class InvocationFailures {
    /** Bytes: slightly above 6 MB, as in Lambda. */
    static final int RESPONSE_MAX = 6_291_556;

    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(6, "aborted", 9, "killed", 11, "segmentation fault");

    private InvocationFailures() {}

    /**
     * That the process has ended during a call.
     *
     * @param status above 128, the number of a signal is in it
     */
    public static Failed exited(int status) {
        if (status == 0) {
            return new Failed("Runtime.ExitError", "Runtime exited without providing a reason");
        }
        return new Failed(
                "Runtime.ExitError",
                "Runtime exited with error: "
                        + (status > SIGNALLED
                                ? "signal: "
                                        + SIGNALS.getOrDefault(status - SIGNALLED, String.valueOf(status - SIGNALLED))
                                : "exit status " + status));
    }

    static Invocation notTooLarge(Invocation outcome) {
        return outcome instanceof Invocation.Answered answered && answered.payload().length > RESPONSE_MAX
                ? new Failed(
                        "Function.ResponseSizeTooLarge",
                        "Response payload size exceeded maximum allowed payload size (" + RESPONSE_MAX + " bytes).")
                : outcome;
    }
}
