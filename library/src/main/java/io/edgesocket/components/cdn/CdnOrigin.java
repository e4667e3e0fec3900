package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;

/**
 * What a {@link WebSocketCdn} sends the requests of a path to: a WebSocket API, a private bucket with the files of a site,
 * or an HTTP API or any other address with HTTPS. Each brings what is right for its requests: the three needs of a
 * handshake hold for the paths of WebSocket APIs alone.
 */
public abstract sealed class CdnOrigin permits WebSocketOrigin, CachedOrigin {
    CdnOrigin() {}

    /** The host that CloudFront connects to. */
    public abstract Output<String> domainName();

    boolean isWebSocket() {
        return false;
    }

    /** Adds what AWS would refuse. */
    abstract void check(Problems problems, Property property, ForwardedHeaders forwarded);

    /** Adds what {@code $connect} wouldn't get of what it requires. */
    void checkConnect(Problems problems, Property property, ForwardedHeaders forwarded, QueryStrings queryStrings) {}

    /** What must be there before CloudFront sends requests. */
    List<Resource> accepted() {
        return List.of();
    }

    /**
     * @param id    the origin's id in the distribution
     * @param sites what CloudFront reads private buckets with
     */
    abstract DistributionOriginArgs toArgs(String id, Sites sites);

    /**
     * @param handshake how CloudFront treats a handshake
     * @param sites     the code for the paths of sites
     */
    abstract CacheBehavior behavior(CacheBehavior handshake, Sites sites);
}
