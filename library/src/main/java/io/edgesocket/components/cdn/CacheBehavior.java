package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import io.edgesocket.components.behavior.AllowedMethods;
import io.edgesocket.components.behavior.BehaviorSettings;
import io.edgesocket.components.internal.Input;
import java.util.List;

/**
 * How CloudFront treats the requests of a path. All WebSocket APIs have the same, so that no path can be less safe than
 * another.
 *
 * @param compress whether CloudFront compresses what it caches
 */
record CacheBehavior(BehaviorSettings settings, boolean compress, EdgeAssociations edge) {
    /** What CloudFront may answer from its cache. It caches OPTIONS too, if asked to; nobody does. */
    private static final List<String> CACHED = AllowedMethods.READS.methods();

    DistributionDefaultCacheBehaviorArgs byDefault(String originId) {
        var args = DistributionDefaultCacheBehaviorArgs.builder()
                .targetOriginId(originId)
                .cachePolicyId(settings.cachePolicy().output())
                .viewerProtocolPolicy(settings.viewerProtocol().value())
                .allowedMethods(settings.methods().methods())
                .cachedMethods(CACHED)
                .functionAssociations(edge.functionsOfDefault())
                .lambdaFunctionAssociations(edge.lambdasOfDefault());
        settings.originRequestPolicy().map(Input::output).ifPresent(args::originRequestPolicyId);
        settings.responseHeadersPolicy().map(Input::output).ifPresent(args::responseHeadersPolicyId);
        if (compress) {
            args.compress(true);
        }
        return args.build();
    }

    DistributionOrderedCacheBehaviorArgs on(String pathPattern, String originId) {
        var args = DistributionOrderedCacheBehaviorArgs.builder()
                .pathPattern(pathPattern)
                .targetOriginId(originId)
                .cachePolicyId(settings.cachePolicy().output())
                .viewerProtocolPolicy(settings.viewerProtocol().value())
                .allowedMethods(settings.methods().methods())
                .cachedMethods(CACHED)
                .functionAssociations(edge.functionsOfOrdered())
                .lambdaFunctionAssociations(edge.lambdasOfOrdered());
        settings.originRequestPolicy().map(Input::output).ifPresent(args::originRequestPolicyId);
        settings.responseHeadersPolicy().map(Input::output).ifPresent(args::responseHeadersPolicyId);
        if (compress) {
            args.compress(true);
        }
        return args.build();
    }
}
