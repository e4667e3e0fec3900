package io.edgesocket.local.cloudfront;

import java.time.Duration;
import java.util.Map;

/**
 * An origin, with what a request to it needs.
 *
 * @param path              stands before every path; empty, or starts with a slash and ends with none
 * @param headers           what CloudFront adds, over what the viewer sent
 * @param readTimeout       how long the origin may keep silent before it answers
 * @param connectionTimeout how long each attempt to connect may take
 */
record OriginTarget(
        String id,
        String domainName,
        String path,
        boolean https,
        int port,
        Map<String, String> headers,
        Duration readTimeout,
        Duration keepAlive,
        Duration connectionTimeout,
        int attempts) {
    OriginTarget {
        headers = Map.copyOf(headers);
    }

    String address() {
        return (https ? "https://" : "http://") + domainName + (port == (https ? 443 : 80) ? "" : ":" + port) + path;
    }
}
