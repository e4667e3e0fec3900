package io.edgesocket.local.lambda;

/** A function did not answer; the message says why. */
public final class FunctionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FunctionFailedException(String message) {
        super(message);
    }
}
