package io.edgesocket.users;

/** API Gateway answers 401 to this message, to the letter, and 500 to any other. Without a trace that would be logged. */
final class UnauthorizedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnauthorizedException() {
        super("Unauthorized", null, false, false);
    }
}
