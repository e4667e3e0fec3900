package io.edgesocket.local.stack;

/** A stack has nothing to play, or what AWS wouldn't take. The message names the resource, its input and what is allowed. */
public final class RefusedStackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedStackException(String message) {
        super(message);
    }
}
