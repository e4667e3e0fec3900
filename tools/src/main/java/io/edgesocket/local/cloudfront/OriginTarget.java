package io.edgesocket.local.cloudfront;

import io.edgesocket.local.s3.Bucket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An origin, with what a request to it needs.
 *
 * @param path              stands before every path; empty, or starts with a slash and ends with none
 * @param headers           what CloudFront adds, over what the viewer sent
 * @param readTimeout       how long the origin may keep silent before it answers
 * @param connectionTimeout how long each attempt to connect may take
 * @param bucket            what it is, if it is a bucket of S3
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
        int attempts,
        Optional<Bucket> bucket) {
    OriginTarget {
        headers = Map.copyOf(headers);
    }

    /** The same, with another path before every path. */
    OriginTarget path(String changed) {
        return new OriginTarget(
                id,
                domainName,
                changed,
                https,
                port,
                headers,
                readTimeout,
                keepAlive,
                connectionTimeout,
                attempts,
                bucket);
    }

    /** The same, called at another address. */
    OriginTarget at(URI address) {
        var tls = address.getScheme().equals("https");
        return new OriginTarget(
                id,
                address.getHost(),
                path,
                tls,
                address.getPort() < 0 ? (tls ? 443 : 80) : address.getPort(),
                headers,
                readTimeout,
                keepAlive,
                connectionTimeout,
                attempts,
                Optional.empty());
    }

    String address() {
        return (https ? "https://" : "http://") + domainName + (port == (https ? 443 : 80) ? "" : ":" + port) + path;
    }
}
