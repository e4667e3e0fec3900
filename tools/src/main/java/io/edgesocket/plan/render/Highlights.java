package io.edgesocket.plan.render;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan.PlannedResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The one or two inputs that tell a reader what a resource is for. Types that aren't listed show none. */
final class Highlights {
    /** Paths into the inputs; {@code *} is every item of a list. */
    private static final Map<String, List<String>> PATHS = Map.ofEntries(
            entry("aws:apigateway/usagePlan:UsagePlan", List.of("apiStages.*.stage")),
            entry("aws:apigateway/usagePlanKey:UsagePlanKey", List.of("keyId")),
            entry("aws:apigateway/vpcLink:VpcLink", List.of("targetArn")),
            entry("aws:apigatewayv2/api:Api", List.of("protocolType", "routeSelectionExpression")),
            entry("aws:apigatewayv2/route:Route", List.of("routeKey", "target")),
            entry("aws:apigatewayv2/routeResponse:RouteResponse", List.of("routeResponseKey")),
            entry("aws:apigatewayv2/integration:Integration", List.of("integrationType", "integrationUri")),
            entry("aws:apigatewayv2/integrationResponse:IntegrationResponse", List.of("integrationResponseKey")),
            entry("aws:apigatewayv2/authorizer:Authorizer", List.of("authorizerType", "identitySources")),
            entry("aws:apigatewayv2/model:Model", List.of("contentType", "name")),
            entry("aws:apigatewayv2/stage:Stage", List.of("name")),
            entry("aws:lambda/alias:Alias", List.of("name", "functionVersion")),
            entry("aws:apigateway/account:Account", List.of("cloudwatchRoleArn")),
            entry("aws:lambda/function:Function", List.of("runtime", "handler", "imageUri")),
            entry("aws:lambda/layerVersion:LayerVersion", List.of("layerName")),
            entry(
                    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
                    List.of("provisionedConcurrentExecutions")),
            entry("aws:lambda/permission:Permission", List.of("principal", "sourceArn")),
            entry("aws:iam/rolePolicy:RolePolicy", List.of("role")),
            entry("aws:iam/rolePolicyAttachment:RolePolicyAttachment", List.of("policyArn")),
            entry("aws:cloudfront/distribution:Distribution", List.of("origins.*.domainName", "aliases")),
            entry(
                    "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
                    List.of("headersConfig.headerBehavior", "queryStringsConfig.queryStringBehavior")),
            entry("aws:cloudfront/function:Function", List.of("runtime")),
            entry(
                    "aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive",
                    List.of("resourceKeyValuePairs.*.key")),
            entry("aws:cloudwatch/logGroup:LogGroup", List.of("name")),
            entry("aws:cloudwatch/logDeliverySource:LogDeliverySource", List.of("logType", "resourceArn")),
            entry(
                    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
                    List.of("outputFormat", "deliveryDestinationConfiguration.destinationResourceArn")),
            entry("aws:cloudwatch/metricAlarm:MetricAlarm", List.of("metricName", "threshold")),
            entry("aws:sns/topicSubscription:TopicSubscription", List.of("protocol", "endpoint")),
            entry("aws:cloudwatch/dashboard:Dashboard", List.of("dashboardName")),
            entry("aws:wafv2/webAcl:WebAcl", List.of("rules.*.name")),
            entry("aws:acm/certificate:Certificate", List.of("domainName", "subjectAlternativeNames")),
            entry("aws:acm/certificateValidation:CertificateValidation", List.of("certificateArn")),
            entry("aws:route53/record:Record", List.of("name", "type")),
            entry("pulumi:providers:aws", List.of("region")));

    private Highlights() {}

    /** For instance {@code ping · integrations/${chat-ping.id}}; empty if there is nothing to show. */
    static String of(PlannedResource resource) {
        return PATHS.getOrDefault(resource.type(), List.of()).stream()
                .map(path -> shown(resource.inputs(), path))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String shown(JsonNode inputs, String path) {
        var found = Stream.of(inputs);
        for (var step : path.split("\\.")) {
            found = found.flatMap(node -> step.equals("*") ? items(node) : Stream.ofNullable(node.get(step)));
        }
        return found.map(Values::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> items(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
