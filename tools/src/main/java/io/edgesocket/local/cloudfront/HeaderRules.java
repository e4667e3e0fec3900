package io.edgesocket.local.cloudfront;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which headers a function at the edge doesn't see, and which it sees but can't change.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html">
 *      Restrictions on all edge functions</a>
 */
final class HeaderRules {
    static final Set<String> READ_ONLY_AT_VIEWER =
            Set.of("cdn-loop", "content-length", "host", "transfer-encoding", "via");
    /** At viewer-request, Lambda@Edge may not set the country of a viewer: CloudFront adds it afterwards. */
    static final Set<String> READ_ONLY_FOR_LAMBDA_AT_VIEWER = Stream.concat(
                    READ_ONLY_AT_VIEWER.stream(), Stream.of("cloudfront-viewer-country"))
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> READ_ONLY_AT_ORIGIN = Set.of(
            "accept-encoding",
            "cdn-loop",
            "content-length",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "transfer-encoding",
            "via");

    private static final Set<String> HIDDEN = Set.of(
            "connection", "expect", "keep-alive", "trailer", "upgrade", "x-cache", "x-forwarded-proto", "x-real-ip");
    private static final List<String> HIDDEN_PREFIXES =
            List.of("proxy-", "x-accel-", "x-amz-cf-", "x-amzn-", "x-edge-");

    private HeaderRules() {}

    static boolean isHidden(String name) {
        return HIDDEN.contains(name) || HIDDEN_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
