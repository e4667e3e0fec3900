package io.edgesocket.components.cdn;

import io.edgesocket.components.internal.Property;

/**
 * When edge code runs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-cloudfront-trigger-events.html">
 *      CloudFront events</a>
 */
public enum EdgeEvent {
    /** Before CloudFront looks at the handshake. */
    VIEWER_REQUEST("viewer-request", Property.of("edge", "viewerRequest")),
    /** Before the origin's answer goes to the client. AWS does not say whether it runs on a 101. */
    VIEWER_RESPONSE("viewer-response", Property.of("edge", "viewerResponse")),
    /** Before the handshake goes to the origin. */
    ORIGIN_REQUEST("origin-request", Property.of("edge", "originRequest")),
    /** When the origin has answered. AWS does not say whether it runs on a 101. */
    ORIGIN_RESPONSE("origin-response", Property.of("edge", "originResponse"));

    private final String value;
    private final Property property;

    EdgeEvent(String value, Property property) {
        this.value = value;
        this.property = property;
    }

    /** CloudFront's name for it, such as {@code viewer-request}. */
    public String value() {
        return value;
    }

    Property property() {
        return property;
    }

    boolean isViewer() {
        return this == VIEWER_REQUEST || this == VIEWER_RESPONSE;
    }
}
