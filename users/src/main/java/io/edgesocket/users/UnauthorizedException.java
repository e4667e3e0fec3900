package io.edgesocket.users;

/**
 * API Gateway answers 401 to exactly this message, and 500 to any other. It has no stack trace, to keep the log short.
 */
final class UnauthorizedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnauthorizedException() {
        super("Unauthorized", null, false, false);
    }
}
