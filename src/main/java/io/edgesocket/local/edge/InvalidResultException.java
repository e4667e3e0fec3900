package io.edgesocket.local.edge;

/** A function at the edge returned what CloudFront doesn't take. */
final class InvalidResultException extends Exception {
    private static final long serialVersionUID = 1;

    private final String fix;

    InvalidResultException(String because, String fix) {
        super(because);
        this.fix = fix;
    }

    String fix() {
        return fix;
    }
}
