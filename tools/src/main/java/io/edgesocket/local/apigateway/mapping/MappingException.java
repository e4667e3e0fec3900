package io.edgesocket.local.apigateway.mapping;

/** A mapping template or parameter that can't be used; says why. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
