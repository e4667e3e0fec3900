package io.edgesocket.plan.graph;

import static java.util.Map.entry;

import io.edgesocket.plan.Plan.PlannedResource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of resources that are on the way, and what they are called. Roles, logs and alarms only stand beside it. */
final class Kinds {
    static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    static final String API = "aws:apigatewayv2/api:Api";
    static final String STAGE = "aws:apigatewayv2/stage:Stage";
    static final String ROUTE = "aws:apigatewayv2/route:Route";
    static final String AUTHORIZER = "aws:apigatewayv2/authorizer:Authorizer";
    static final String INTEGRATION = "aws:apigatewayv2/integration:Integration";
    static final String DOMAIN_NAME = "aws:apigatewayv2/domainName:DomainName";
    static final String API_MAPPING = "aws:apigatewayv2/apiMapping:ApiMapping";
    static final String FUNCTION = "aws:lambda/function:Function";
    static final String EDGE_FUNCTION = "aws:cloudfront/function:Function";

    private static final Map<String, String> ON_THE_WAY = Map.of(
            DISTRIBUTION, "distribution",
            API, "API",
            STAGE, "stage",
            ROUTE, "route",
            AUTHORIZER, "authorizer",
            INTEGRATION, "integration",
            DOMAIN_NAME, "domain name",
            FUNCTION, "function",
            EDGE_FUNCTION, "CloudFront Function");

    private static final Map<String, String> BEHIND = Map.ofEntries(
            entry("aws:dynamodb/table:Table", "table"),
            entry("aws:s3/bucket:Bucket", "bucket"),
            entry("aws:s3/bucketV2:BucketV2", "bucket"),
            entry("aws:cloudfront/keyValueStore:KeyValueStore", "key value store"),
            entry("aws:sfn/stateMachine:StateMachine", "state machine"),
            entry("aws:sqs/queue:Queue", "queue"),
            entry("aws:sns/topic:Topic", "topic"),
            entry("aws:kinesis/stream:Stream", "stream"),
            entry("aws:secretsmanager/secret:Secret", "secret"),
            entry("aws:wafv2/webAcl:WebAcl", "web ACL"),
            entry("aws:apigateway/vpcLink:VpcLink", "VPC link"),
            entry("aws:apigatewayv2/vpcLink:VpcLink", "VPC link"));

    /** Topics are for alarms, and a web ACL stands before a distribution: alone they are no part of a way. */
    private static final Set<String> ONLY_IF_REACHED = Set.of("aws:sns/topic:Topic", "aws:wafv2/webAcl:WebAcl");

    private Kinds() {}

    static Optional<String> of(PlannedResource resource) {
        return Optional.ofNullable(ON_THE_WAY.get(resource.type()))
                .or(() -> Optional.ofNullable(BEHIND.get(resource.type())));
    }

    /** Whether it is what functions and integrations use: the way ends there. */
    static boolean isBehind(PlannedResource resource) {
        return BEHIND.containsKey(resource.type());
    }

    static boolean isOnlyIfReached(String type) {
        return ONLY_IF_REACHED.contains(type);
    }
}
