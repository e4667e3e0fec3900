package io.edgesocket.probe.stack;

/** The stack's outputs don't say where it is. The message says which output is missing. */
public final class IncompleteOutputsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IncompleteOutputsException(String message) {
        super(message);
    }
}
