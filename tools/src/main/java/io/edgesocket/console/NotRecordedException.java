package io.edgesocket.console;

/** A file isn't what {@code local --trace json} prints. The message says where, and what was found. */
public final class NotRecordedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotRecordedException(String message) {
        super(message);
    }
}
