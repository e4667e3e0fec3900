package io.edgesocket.local.lambda;

/** What it takes to run this code isn't here; the message says what that is. */
public final class UnplayableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnplayableException(String message) {
        super(message);
    }
}
