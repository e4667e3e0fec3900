package io.edgesocket.plan.diff;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Inputs that can't be changed in place: a new value makes the engine replace the resource. For types and inputs that
 * aren't listed, nothing is known.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-aws/tree/v5.100.0/internal/service">the attributes
 *      marked ForceNew in the resource schemas of the AWS provider that Pulumi's bridges</a>
 */
final class Replacements {
    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    private static final String LOG_DESTINATION = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
    private static final Set<String> EVERY = Set.of("*");
    private static final Set<String> NONE = Set.of();
    private static final Map<String, Set<String>> INPUTS = Map.ofEntries(
            entry(
                    "aws:acm/certificate:Certificate",
                    Set.of(
                            "certificateAuthorityArn",
                            "domainName",
                            "keyAlgorithm",
                            "subjectAlternativeNames",
                            "validationMethod",
                            "validationOptions")),
            entry("aws:acm/certificateValidation:CertificateValidation", EVERY),
            entry("aws:apigateway/account:Account", NONE),
            entry("aws:apigateway/apiKey:ApiKey", Set.of("value")),
            entry("aws:apigateway/usagePlan:UsagePlan", NONE),
            entry("aws:apigateway/usagePlanKey:UsagePlanKey", EVERY),
            entry("aws:apigateway/vpcLink:VpcLink", Set.of("targetArn")),
            entry("aws:apigatewayv2/api:Api", Set.of("protocolType", "credentialsArn", "routeKey", "target")),
            entry("aws:apigatewayv2/authorizer:Authorizer", Set.of("apiId")),
            entry("aws:apigatewayv2/deployment:Deployment", Set.of("apiId", "triggers")),
            entry("aws:apigatewayv2/integration:Integration", Set.of("apiId", "integrationType", "integrationSubtype")),
            entry("aws:apigatewayv2/integrationResponse:IntegrationResponse", Set.of("apiId", "integrationId")),
            entry("aws:apigatewayv2/model:Model", Set.of("apiId")),
            entry("aws:apigatewayv2/route:Route", Set.of("apiId")),
            entry("aws:apigatewayv2/routeResponse:RouteResponse", Set.of("apiId", "routeId")),
            entry("aws:apigatewayv2/stage:Stage", Set.of("apiId", "name")),
            entry(DISTRIBUTION, NONE),
            entry("aws:cloudfront/function:Function", Set.of("name")),
            entry("aws:cloudfront/keyValueStore:KeyValueStore", Set.of("name")),
            entry("aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive", Set.of("keyValueStoreArn")),
            entry("aws:cloudfront/originRequestPolicy:OriginRequestPolicy", NONE),
            entry("aws:cloudwatch/logGroup:LogGroup", Set.of("name", "namePrefix", "logGroupClass")),
            entry("aws:cloudwatch/logDeliverySource:LogDeliverySource", Set.of("name", "logType", "resourceArn")),
            entry(LOG_DESTINATION, Set.of("name", "outputFormat")),
            entry("aws:cloudwatch/logDelivery:LogDelivery", Set.of("deliverySourceName", "deliveryDestinationArn")),
            entry(
                    "aws:dynamodb/table:Table",
                    Set.of(
                            "name",
                            "hashKey",
                            "rangeKey",
                            "localSecondaryIndexes",
                            "importTable",
                            "restoreDateTime",
                            "restoreSourceName",
                            "restoreSourceTableArn",
                            "restoreToLatestTime")),
            entry("aws:iam/role:Role", Set.of("name", "namePrefix", "path")),
            entry("aws:iam/rolePolicy:RolePolicy", Set.of("name", "namePrefix", "role")),
            entry("aws:iam/rolePolicyAttachment:RolePolicyAttachment", EVERY),
            entry("aws:lambda/alias:Alias", Set.of("functionName", "name")),
            entry("aws:lambda/function:Function", Set.of("name", "packageType")),
            entry("aws:lambda/layerVersion:LayerVersion", EVERY),
            entry("aws:lambda/permission:Permission", EVERY),
            entry(
                    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
                    Set.of("functionName", "qualifier")),
            entry("aws:route53/record:Record", Set.of("name", "zoneId")),
            entry("aws:cloudwatch/metricAlarm:MetricAlarm", Set.of("name")),
            entry("aws:cloudwatch/dashboard:Dashboard", Set.of("dashboardName")),
            entry(
                    "aws:kms/key:Key",
                    Set.of("customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId")),
            entry("aws:kms/keyPolicy:KeyPolicy", NONE),
            entry("aws:sns/topic:Topic", Set.of("name", "namePrefix", "fifoTopic")),
            entry("aws:sns/topicPolicy:TopicPolicy", Set.of("arn")),
            entry("aws:sns/topicSubscription:TopicSubscription", Set.of("topic", "protocol", "endpoint")),
            entry("aws:wafv2/webAcl:WebAcl", Set.of("name", "namePrefix", "scope")),
            entry(
                    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
                    Set.of("resourceArn", "logDestinationConfigs")));

    private Replacements() {}

    static boolean isKnown(String type) {
        return INPUTS.containsKey(type);
    }

    static boolean forcedBy(String type, PropertyChange input) {
        if (type.equals(DISTRIBUTION) && input.path().top().equals("staging")) {
            return isTrue(input.earlier()) != isTrue(input.later());
        }
        if (isDestination(type, input.path())) {
            return !service(input.earlier()).equals(service(input.later()))
                    || input.later().filter(Replacements::isReference).isPresent();
        }
        return isMove(type, input) || inTable(type, input.path());
    }

    /**
     * Whether a resource that names its region, as the provider takes it from major version 7 on, names another. One that
     * names it at last, or no more, may stay where it is: that depends on the provider's.
     */
    private static boolean isMove(String type, PropertyChange input) {
        return type.startsWith("aws:")
                && input.path().top().equals("region")
                && input instanceof PropertyChange.Altered;
    }

    /** The same for an input that gets a value that isn't known before it is deployed. */
    static boolean forcedByUnknown(String type, PropertyPath path) {
        return isDestination(type, path) || inTable(type, path);
    }

    private static boolean inTable(String type, PropertyPath path) {
        var inputs = INPUTS.getOrDefault(type, NONE);
        return inputs == EVERY || inputs.contains(path.top());
    }

    /** A destination of logs is replaced when they go to another service; also by a value that isn't known yet. */
    private static boolean isDestination(String type, PropertyPath path) {
        return type.equals(LOG_DESTINATION) && path.passes("destinationResourceArn");
    }

    private static boolean isTrue(Optional<JsonNode> flag) {
        return flag.filter(JsonNode::asBoolean).isPresent();
    }

    /** {@code s3} of {@code arn:aws:s3:::my-logs}; nothing of a reference. */
    private static String service(Optional<JsonNode> arn) {
        var parts = arn.map(JsonNode::asText).orElse("").split(":", 4);
        return parts.length == 4 && parts[0].equals("arn") ? parts[2] : "";
    }

    private static boolean isReference(JsonNode value) {
        return value.asText().startsWith("${");
    }
}
