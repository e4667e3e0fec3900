package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import com.pulumi.core.Output;
import java.util.List;

/** How CloudFront treats a handshake; the same for every path, so that no path can be less safe than another. */
record CacheBehavior(
        String cachePolicyId,
        Output<String> originRequestPolicyId,
        String viewerProtocolPolicy,
        EdgeAssociations edge) {
    /** A handshake is a GET; CloudFront's smallest set of methods has HEAD besides. */
    private static final List<String> METHODS = List.of("GET", "HEAD");

    DistributionDefaultCacheBehaviorArgs byDefault(String originId) {
        return DistributionDefaultCacheBehaviorArgs.builder()
                .targetOriginId(originId)
                .cachePolicyId(cachePolicyId)
                .originRequestPolicyId(originRequestPolicyId)
                .viewerProtocolPolicy(viewerProtocolPolicy)
                .allowedMethods(METHODS)
                .cachedMethods(METHODS)
                .functionAssociations(edge.functionsOfDefault())
                .lambdaFunctionAssociations(edge.lambdasOfDefault())
                .build();
    }

    DistributionOrderedCacheBehaviorArgs on(String pathPattern, String originId) {
        return DistributionOrderedCacheBehaviorArgs.builder()
                .pathPattern(pathPattern)
                .targetOriginId(originId)
                .cachePolicyId(cachePolicyId)
                .originRequestPolicyId(originRequestPolicyId)
                .viewerProtocolPolicy(viewerProtocolPolicy)
                .allowedMethods(METHODS)
                .cachedMethods(METHODS)
                .functionAssociations(edge.functionsOfOrdered())
                .lambdaFunctionAssociations(edge.lambdasOfOrdered())
                .build();
    }
}
