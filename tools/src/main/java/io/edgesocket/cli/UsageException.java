package io.edgesocket.cli;

/** The command was asked for something that can't be done; the message says what can. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
