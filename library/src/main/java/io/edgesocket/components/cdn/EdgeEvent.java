package io.edgesocket.components.cdn;

/**
 * When edge code runs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-cloudfront-trigger-events.html">
 *      CloudFront events</a>
 */
public enum EdgeEvent {
    /** Before CloudFront looks at the handshake. */
    VIEWER_REQUEST("viewer-request", "viewerRequest"),
    /** Before the origin's answer goes to the client. AWS does not say whether it runs on a 101. */
    VIEWER_RESPONSE("viewer-response", "viewerResponse"),
    /** Before the handshake goes to the origin. */
    ORIGIN_REQUEST("origin-request", "originRequest"),
    /** When the origin has answered. AWS does not say whether it runs on a 101. */
    ORIGIN_RESPONSE("origin-response", "originResponse");

    private final String value;
    private final String property;

    EdgeEvent(String value, String property) {
        this.value = value;
        this.property = property;
    }

    /** CloudFront's name for it, such as {@code viewer-request}. */
    public String value() {
        return value;
    }

    String property() {
        return "edge." + property;
    }

    boolean isViewer() {
        return this == VIEWER_REQUEST || this == VIEWER_RESPONSE;
    }
}
