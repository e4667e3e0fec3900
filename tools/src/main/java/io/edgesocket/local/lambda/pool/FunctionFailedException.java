package io.edgesocket.local.lambda.pool;

/** A function has not answered. The message says why. */
public final class FunctionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FunctionFailedException(String message) {
        super(message);
    }
}
