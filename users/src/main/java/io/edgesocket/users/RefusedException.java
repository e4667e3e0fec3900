package io.edgesocket.users;

/** A token isn't valid. The message says why, and contains nothing of the token. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String because) {
        super(because, null, false, false);
    }
}
