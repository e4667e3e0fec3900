package io.edgesocket.users;

/** A token isn't valid; says why, without anything of what is in it. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String because) {
        super(because, null, false, false);
    }
}
