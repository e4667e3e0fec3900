package io.edgesocket.local.lambda;

/** This code can't be run on this machine. The message says what is missing. */
public final class UnplayableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnplayableException(String message) {
        super(message);
    }
}
