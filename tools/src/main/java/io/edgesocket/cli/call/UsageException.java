package io.edgesocket.cli.call;

/** The command can't do what its arguments ask for. The message says what it can do. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
