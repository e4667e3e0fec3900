package io.edgesocket.cli;

/** The command can't do what its arguments ask for. The message says what it can do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
