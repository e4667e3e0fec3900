package io.edgesocket.components.cdn;

import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorFunctionAssociationArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorLambdaFunctionAssociationArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorFunctionAssociationArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorLambdaFunctionAssociationArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/** The edge code of a behavior. The SDK has the same arguments twice: for the default behavior and for the others. */
record EdgeAssociations(Map<EdgeEvent, Function> functions, Map<EdgeEvent, Output<String>> lambdaVersions) {
    static final EdgeAssociations NONE = new EdgeAssociations(Map.of(), Map.of());

    List<DistributionDefaultCacheBehaviorFunctionAssociationArgs> functionsOfDefault() {
        return functions.entrySet().stream()
                .map(at -> DistributionDefaultCacheBehaviorFunctionAssociationArgs.builder()
                        .eventType(at.getKey().value())
                        .functionArn(at.getValue().arn())
                        .build())
                .toList();
    }

    List<DistributionOrderedCacheBehaviorFunctionAssociationArgs> functionsOfOrdered() {
        return functions.entrySet().stream()
                .map(at -> DistributionOrderedCacheBehaviorFunctionAssociationArgs.builder()
                        .eventType(at.getKey().value())
                        .functionArn(at.getValue().arn())
                        .build())
                .toList();
    }

    List<DistributionDefaultCacheBehaviorLambdaFunctionAssociationArgs> lambdasOfDefault() {
        return lambdaVersions.entrySet().stream()
                .map(at -> DistributionDefaultCacheBehaviorLambdaFunctionAssociationArgs.builder()
                        .eventType(at.getKey().value())
                        .lambdaArn(at.getValue())
                        .includeBody(false)
                        .build())
                .toList();
    }

    List<DistributionOrderedCacheBehaviorLambdaFunctionAssociationArgs> lambdasOfOrdered() {
        return lambdaVersions.entrySet().stream()
                .map(at -> DistributionOrderedCacheBehaviorLambdaFunctionAssociationArgs.builder()
                        .eventType(at.getKey().value())
                        .lambdaArn(at.getValue())
                        .includeBody(false)
                        .build())
                .toList();
    }
}
