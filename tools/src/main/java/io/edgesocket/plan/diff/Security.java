package io.edgesocket.plan.diff;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.plan.diff.PropertyChange.Added;
import io.edgesocket.plan.diff.PropertyChange.Removed;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Properties that decide who may do what, or how traffic is protected. A reviewer sees their changes first. */
public final class Security {
    private static final String ROUTE = "aws:apigatewayv2/route:Route";
    private static final Set<String> EVERY = Set.of("*");
    private static final Set<String> WHO_CONNECTS = Set.of(
            "aws:apigatewayv2/authorizer:Authorizer",
            "aws:apigateway/apiKey:ApiKey",
            "aws:apigateway/usagePlanKey:UsagePlanKey",
            "aws:wafv2/webAcl:WebAcl");
    /** By type: the properties that matter, at any depth of the inputs. */
    private static final Map<String, Set<String>> PROPERTIES = Map.ofEntries(
            entry("aws:acm/certificate:Certificate", EVERY),
            entry("aws:apigatewayv2/api:Api", Set.of("disableExecuteApiEndpoint", "apiKeySelectionExpression")),
            entry("aws:apigatewayv2/authorizer:Authorizer", EVERY),
            entry("aws:apigatewayv2/integration:Integration", Set.of("connectionId", "credentialsArn", "tlsConfig")),
            entry(ROUTE, Set.of("authorizationType", "authorizerId", "apiKeyRequired")),
            entry("aws:apigateway/account:Account", EVERY),
            entry("aws:apigateway/apiKey:ApiKey", EVERY),
            entry("aws:apigateway/usagePlan:UsagePlan", Set.of("apiStages")),
            entry("aws:apigateway/usagePlanKey:UsagePlanKey", EVERY),
            entry(
                    "aws:cloudfront/distribution:Distribution",
                    Set.of(
                            "aliases",
                            "customHeaders",
                            "functionAssociations",
                            "lambdaFunctionAssociations",
                            "originProtocolPolicy",
                            "originRequestPolicyId",
                            "originSslProtocols",
                            "viewerCertificate",
                            "viewerProtocolPolicy",
                            "webAclId")),
            entry("aws:cloudfront/function:Function", Set.of("keyValueStoreAssociations")),
            entry("aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive", EVERY),
            entry("aws:cloudfront/originRequestPolicy:OriginRequestPolicy", EVERY),
            entry("aws:cloudwatch/logDelivery:LogDelivery", Set.of("recordFields")),
            entry("aws:cloudwatch/logGroup:LogGroup", Set.of("kmsKeyId")),
            entry("aws:iam/policy:Policy", Set.of("policy")),
            entry(
                    "aws:iam/role:Role",
                    Set.of("assumeRolePolicy", "inlinePolicies", "managedPolicyArns", "permissionsBoundary")),
            entry("aws:iam/rolePolicy:RolePolicy", Set.of("policy", "role")),
            entry("aws:iam/rolePolicyAttachment:RolePolicyAttachment", EVERY),
            entry(
                    "aws:lambda/function:Function",
                    Set.of(
                            "kmsKeyArn",
                            "layers",
                            "role",
                            "vpcConfig",
                            "JWT_ISSUER",
                            "JWT_AUDIENCES",
                            "JWT_KEYS",
                            "JWT_ALGORITHMS",
                            "JWT_CLOCK_SKEW",
                            "JWT_SCOPES")),
            entry("aws:lambda/permission:Permission", EVERY),
            entry("aws:kms/keyPolicy:KeyPolicy", EVERY),
            entry("aws:sns/topic:Topic", Set.of("kmsMasterKeyId")),
            entry("aws:sns/topicPolicy:TopicPolicy", EVERY),
            entry("aws:wafv2/webAcl:WebAcl", EVERY),
            entry("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", Set.of("redactedFields")));

    private Security() {}

    /** A created or deleted resource matters if any of its inputs does. */
    public static boolean concerns(ResourceChange change) {
        return inputs(change).findAny().isPresent();
    }

    /** Whether it lets more or fewer clients connect: an authorizer, a key, a web ACL, or what a route asks for. */
    static boolean decidesWhoConnects(ResourceChange change) {
        return WHO_CONNECTS.contains(change.resource().type())
                || change instanceof Changed changed
                        && changed.resource().type().equals(ROUTE)
                        && concerns(changed);
    }

    /** The inputs that matter, or that hold something that does. */
    public static Stream<PropertyChange> inputs(ResourceChange change) {
        var inputs = change instanceof Changed changed ? changed.inputs().stream() : whole(change);
        return inputs.filter(input -> concerns(change.resource(), input));
    }

    private static Stream<PropertyChange> whole(ResourceChange change) {
        return change.resource().inputs().properties().stream().map(input -> {
            var path = PropertyPath.ROOT.field(input.getKey());
            return change instanceof ResourceChange.Created
                    ? new Added(path, input.getValue())
                    : new Removed(path, input.getValue());
        });
    }

    public static boolean concerns(PlannedResource resource, PropertyChange change) {
        var properties = properties(resource);
        return properties == EVERY
                || properties.stream().anyMatch(change.path()::passes)
                || Stream.of(change.earlier(), change.later())
                        .anyMatch(side ->
                                side.filter(value -> holds(properties, value)).isPresent());
    }

    /** Only {@code $connect} can require authorization. */
    private static Set<String> properties(PlannedResource resource) {
        var isOtherRoute = resource.type().equals(ROUTE)
                && !resource.inputs().path("routeKey").asText().equals("$connect");
        return isOtherRoute ? Set.of() : PROPERTIES.getOrDefault(resource.type(), Set.of());
    }

    private static boolean holds(Set<String> properties, JsonNode value) {
        return properties.stream().anyMatch(property -> value.findValue(property) != null);
    }
}
