package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The event and the result of a kind of edge code: CloudFront Functions or Lambda@Edge. */
interface EventFormat {
    /** {@code viewer-request} or {@code origin-request}. */
    String eventType();

    /** Whether the function sees the headers that CloudFront adds about the viewer. */
    boolean seesCloudFrontHeaders();

    ObjectNode event(EdgeRequest request);

    /** @throws InvalidResultException if CloudFront would answer 502 to this */
    Decision decision(EdgeRequest request, JsonNode result) throws InvalidResultException;

    /** What the viewer reads when the function failed. */
    String failure(int status);
}
