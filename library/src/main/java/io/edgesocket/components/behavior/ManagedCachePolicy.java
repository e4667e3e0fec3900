package io.edgesocket.components.behavior;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cache policies that every account has. What is part of a cache's key also reaches the origin.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html">Use
 *      managed cache policies</a>
 */
public enum ManagedCachePolicy {
    /** For Amplify's web applications; the host is part of the key. */
    AMPLIFY("2e54312d-136d-493c-8eb9-b001f22f67d2", true),
    /** Nothing is cached: right for an API. */
    CACHING_DISABLED("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", false),
    /** By path alone, compressed or not, for a day unless the origin says otherwise: right for the files of a site. */
    CACHING_OPTIMIZED("658327ea-f89d-4fab-a63d-7e88639e58f6", false),
    /** As {@link #CACHING_OPTIMIZED}, never compressed. */
    CACHING_OPTIMIZED_FOR_UNCOMPRESSED_OBJECTS("b2884449-e4de-46a7-ac36-70bc7f1ddd6d", false),
    /** For Elemental MediaPackage. */
    ELEMENTAL_MEDIA_PACKAGE("08627262-05a9-4f76-9ded-b50ca2e3a84f", false),
    /** As the origin says in {@code Cache-Control}, not at all without it; host and cookies are part of the key. */
    USE_ORIGIN_CACHE_CONTROL_HEADERS("83da9c7e-98b4-4e11-a168-04f0df8e2c65", true),
    /** As {@link #USE_ORIGIN_CACHE_CONTROL_HEADERS}, with query strings. */
    USE_ORIGIN_CACHE_CONTROL_HEADERS_QUERY_STRINGS("4cc15a8a-d715-48a4-82b8-cc0b614638fe", true);

    private final String id;
    private final boolean forwardsHost;

    ManagedCachePolicy(String id, boolean forwardsHost) {
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

    static Optional<ManagedCachePolicy> of(String id) {
        return Arrays.stream(values()).filter(policy -> policy.id.equals(id)).findFirst();
    }
}
