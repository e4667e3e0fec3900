package io.edgesocket.local.stack;

/**
 * A stack has nothing to play, or something that AWS would refuse. The message names the resource, its input and what
 * is allowed.
 */
public final class RefusedStackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedStackException(String message) {
        super(message);
    }
}
