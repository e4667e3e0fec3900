package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A function at the edge returned something that CloudFront refuses. */
final class InvalidResultException extends Exception {
    private static final long serialVersionUID = 1;

    private final String fix;

    InvalidResultException(String because, String fix) {
        super(because);
        this.fix = fix;
    }

    /** For what must have a text as its value. The value itself may be a secret. */
    static InvalidResultException noText(String what, JsonNode value, String fix) {
        return new InvalidResultException(
                value.isMissingNode()
                        ? what + " has no value"
                        : what + " has a value of JSON type "
                                + value.getNodeType().name().toLowerCase(Locale.ROOT),
                fix);
    }

    String fix() {
        return fix;
    }
}
