package io.edgesocket.console;

/** What was asked of a local run can't be done. The message is for a person. */
public final class RefusedCommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedCommandException(String message) {
        super(message);
    }
}
