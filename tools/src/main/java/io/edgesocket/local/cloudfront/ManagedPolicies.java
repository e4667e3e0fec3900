package io.edgesocket.local.cloudfront;

import static io.edgesocket.local.cloudfront.Selection.ALL;
import static io.edgesocket.local.cloudfront.Selection.NONE;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The origin request policies that every account has.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html">
 *      Use managed origin request policies</a>
 */
final class ManagedPolicies {
    private static final Map<String, OriginRequestPolicy> ORIGIN_REQUEST = Map.of(
            "216adef6-5c7f-47e4-b989-5492eafa07d3",
            all("AllViewer", ALL, Set.of()),
            "b689b0a8-53d0-40ab-baf2-68738e2966ac",
            all("AllViewerExceptHostHeader", Selection.of("allExcept", Set.of("host")), Set.of()),
            "33f36d7e-f396-46d9-90e0-52428a34d9dc",
            all("AllViewerAndCloudFrontHeaders-2022-06", ALL, CloudFrontHeaders.PLAYED),
            "bf0718e1-ba1e-49d1-88b1-f726733018ae",
            headers("HostHeaderOnly", Set.of("host")),
            "acba4595-bd28-49b8-b9fe-13317c0390fa",
            headers("UserAgentRefererHeaders", Set.of("user-agent", "referer")),
            "59781a5b-3903-41f3-afcb-af62929ccde1",
            headers("CORS-CustomOrigin", Set.of("origin")),
            "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
            headers(
                    "CORS-S3Origin",
                    Set.of("origin", "access-control-request-headers", "access-control-request-method")));

    private ManagedPolicies() {}

    static Optional<OriginRequestPolicy> originRequest(String id) {
        return Optional.ofNullable(ORIGIN_REQUEST.get(id));
    }

    private static OriginRequestPolicy all(String name, Predicate<String> headers, Set<String> cloudFrontHeaders) {
        return new OriginRequestPolicy(name, headers, cloudFrontHeaders, ALL, ALL);
    }

    private static OriginRequestPolicy headers(String name, Set<String> names) {
        return new OriginRequestPolicy(name, names::contains, Set.of(), NONE, NONE);
    }
}
