package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a kind of edge code is told of a request, and how it answers. */
interface EventFormat {
    /** {@code viewer-request} or {@code origin-request}. */
    String eventType();

    /** Whether the function is told the headers that CloudFront makes up about the viewer. */
    boolean seesCloudFrontHeaders();

    ObjectNode event(EdgeRequest request);

    /** @throws InvalidResultException if CloudFront would answer 502 to this */
    Decision decision(EdgeRequest request, JsonNode result) throws InvalidResultException;

    /** What the viewer reads when the function failed. */
    String failure(int status);
}
