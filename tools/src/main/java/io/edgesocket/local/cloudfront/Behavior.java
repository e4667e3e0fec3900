package io.edgesocket.local.cloudfront;

import io.edgesocket.cloudfront.PathPattern;
import java.util.Optional;
import java.util.Set;

/**
 * A cache behavior: what is done with each request whose path it is for.
 *
 * @param distribution the distribution's name
 * @param failover     empty if its origin is no group
 * @param rootObject   the distribution's default root object: what is asked for at {@code /}; without a slash
 */
record Behavior(
        String distribution,
        PathPattern pattern,
        ViewerProtocolPolicy viewerProtocol,
        Set<String> methods,
        Optional<FunctionAssociation> viewerRequest,
        OriginRequestPolicy policy,
        Optional<FunctionAssociation> originRequest,
        OriginTarget origin,
        Optional<Failover> failover,
        Optional<String> rootObject) {}
