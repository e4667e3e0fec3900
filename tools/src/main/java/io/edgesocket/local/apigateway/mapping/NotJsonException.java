package io.edgesocket.local.apigateway.mapping;

/** A text is no JSON. It has no stack trace: plain text is a usual message, and a trace takes longer than the rest. */
public final class NotJsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotJsonException(String message) {
        super(message, null, false, false);
    }
}
