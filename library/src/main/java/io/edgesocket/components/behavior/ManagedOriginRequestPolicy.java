package io.edgesocket.components.behavior;

import java.util.Arrays;
import java.util.Optional;

/**
 * The origin request policies that every account has: what of a viewer's request reaches the origin.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html">
 *      Use managed origin request policies</a>
 */
public enum ManagedOriginRequestPolicy {
    /** Everything, {@code Host} too: for an origin that knows the distribution's names, such as a load balancer. */
    ALL_VIEWER("216adef6-5c7f-47e4-b989-5492eafa07d3", true),
    /** As {@link #ALL_VIEWER}, with what CloudFront knows of the viewer. */
    ALL_VIEWER_AND_CLOUDFRONT_HEADERS_2022_06("33f36d7e-f396-46d9-90e0-52428a34d9dc", true),
    /** Everything but {@code Host}: right for API Gateway and Lambda function URLs, which know their own name alone. */
    ALL_VIEWER_EXCEPT_HOST_HEADER("b689b0a8-53d0-40ab-baf2-68738e2966ac", false),
    /** {@code Origin}. */
    CORS_CUSTOM_ORIGIN("59781a5b-3903-41f3-afcb-af62929ccde1", false),
    /** {@code Origin} and the two {@code Access-Control-Request-*}: for a bucket that has rules for CORS. */
    CORS_S3_ORIGIN("88a5eaf4-2fd4-4709-b370-b4c650ea3fcf", false),
    /** For Elemental MediaTailor. */
    ELEMENTAL_MEDIA_TAILOR_PERSONALIZED_MANIFESTS("775133bc-15f2-49f9-abea-afb2e0bf67d2", false),
    /** {@code Host} alone. */
    HOST_HEADER_ONLY("bf0718e1-ba1e-49d1-88b1-f726733018ae", true),
    /** {@code User-Agent} and {@code Referer}. */
    USER_AGENT_REFERER_HEADERS("acba4595-bd28-49b8-b9fe-13317c0390fa", false);

    private final String id;
    private final boolean forwardsHost;

    ManagedOriginRequestPolicy(String id, boolean forwardsHost) {
        this.id = id;
        this.forwardsHost = forwardsHost;
    }

    public String id() {
        return id;
    }

    /** Whether the viewer's {@code Host} reaches the origin in the place of the origin's own. */
    public boolean forwardsHost() {
        return forwardsHost;
    }

    static Optional<ManagedOriginRequestPolicy> of(String id) {
        return Arrays.stream(values()).filter(policy -> policy.id.equals(id)).findFirst();
    }
}
