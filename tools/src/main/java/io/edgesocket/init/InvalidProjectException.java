package io.edgesocket.init;

/** A project can't be made as it was asked for; the message says what can. */
public final class InvalidProjectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidProjectException(String message) {
        super(message);
    }
}
