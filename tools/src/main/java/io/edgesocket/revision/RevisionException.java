package io.edgesocket.revision;

/** A revision that can't be had, or can't be planned. The message says why, and what to do. */
public final class RevisionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RevisionException(String message) {
        super(message);
    }
}
