package io.edgesocket.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Says which arguments of what is played have no effect here; one that nobody has thought of is among them. */
final class Unplayed {
    /** What each type does with its arguments: these, and those that only describe. */
    private static final Map<String, Set<String>> PLAYED = Map.ofEntries(
            Map.entry(
                    "apigatewayv2/api:Api",
                    Set.of(
                            "protocolType",
                            "routeSelectionExpression",
                            "apiKeySelectionExpression",
                            "disableExecuteApiEndpoint")),
            Map.entry(
                    "apigatewayv2/stage:Stage",
                    Set.of(
                            "deploymentId",
                            "autoDeploy",
                            "accessLogSettings",
                            "defaultRouteSettings",
                            "routeSettings",
                            "stageVariables")),
            Map.entry("apigatewayv2/deployment:Deployment", Set.of("triggers")),
            Map.entry(
                    "apigatewayv2/route:Route",
                    Set.of(
                            "routeKey",
                            "target",
                            "authorizationType",
                            "authorizerId",
                            "apiKeyRequired",
                            "routeResponseSelectionExpression",
                            "requestModels",
                            "modelSelectionExpression",
                            "operationName")),
            Map.entry("apigatewayv2/routeResponse:RouteResponse", Set.of("routeId", "routeResponseKey")),
            Map.entry(
                    "apigatewayv2/integration:Integration",
                    Set.of(
                            "integrationType",
                            "integrationUri",
                            "integrationMethod",
                            "requestParameters",
                            "requestTemplates",
                            "templateSelectionExpression",
                            "passthroughBehavior",
                            "timeoutMilliseconds",
                            "credentialsArn",
                            "payloadFormatVersion")),
            Map.entry(
                    "apigatewayv2/integrationResponse:IntegrationResponse",
                    Set.of(
                            "integrationId",
                            "integrationResponseKey",
                            "responseTemplates",
                            "templateSelectionExpression")),
            Map.entry(
                    "apigatewayv2/authorizer:Authorizer",
                    Set.of("authorizerType", "authorizerUri", "identitySources", "authorizerCredentialsArn")),
            Map.entry("apigatewayv2/model:Model", Set.of("schema", "contentType")),
            Map.entry(
                    "lambda/permission:Permission",
                    Set.of(
                            "function",
                            "qualifier",
                            "action",
                            "principal",
                            "sourceArn",
                            "statementId",
                            "statementIdPrefix")),
            Map.entry("apigateway/apiKey:ApiKey", Set.of("value", "enabled", "customerId")),
            Map.entry(
                    "apigateway/usagePlan:UsagePlan",
                    Set.of("apiStages", "quotaSettings", "throttleSettings", "productCode")),
            Map.entry("apigateway/usagePlanKey:UsagePlanKey", Set.of("keyId", "keyType", "usagePlanId")));

    private static final Set<String> DESCRIBING = Set.of("apiId", "name", "description", "tags", "version", "region");
    private static final Map<String, String> REASONS = Map.of(
            "ipAddressType", "the address that it binds to decides",
            "loggingLevel", "no execution log is written; what happens is told as it happens",
            "dataTraceEnabled", "no execution log is written; what happens is told as it happens",
            "detailedMetricsEnabled", "there are no metrics",
            "sourceAccount", "there is one account");
    /** What is as it would be without. */
    private static final Set<String> NOTHING = Set.of("", "false", "OFF", "INTERNET", "ipv4");

    private Unplayed() {}

    /** The types of which this knows. */
    static Stream<String> types() {
        return PLAYED.keySet().stream().map(type -> "aws:" + type);
    }

    /** A line each, which begins with the resource's name. */
    static List<String> of(PlayedStack stack) {
        return stack.resources().stream().flatMap(Unplayed::of).distinct().toList();
    }

    private static Stream<String> of(PlayedResource resource) {
        var played = PLAYED.get(resource.type().replaceFirst("^aws:", ""));
        return played == null
                ? Stream.empty()
                : Stream.concat(of(resource.name(), "", resource.inputs(), played), ofRouteSettings(resource));
    }

    private static Stream<String> ofRouteSettings(PlayedResource stage) {
        var each = Stream.<JsonNode>builder();
        stage.inputs().path("routeSettings").forEach(each);
        var played = Set.of("routeKey", "throttlingBurstLimit", "throttlingRateLimit");
        return Stream.concat(
                of(stage.name(), "defaultRouteSettings.", stage.inputs().path("defaultRouteSettings"), played),
                each.build().flatMap(settings -> of(stage.name(), "routeSettings.", settings, played)));
    }

    private static Stream<String> of(String name, String place, JsonNode inputs, Set<String> played) {
        return inputs.properties().stream()
                .filter(input -> !played.contains(input.getKey()) && !DESCRIBING.contains(input.getKey()))
                .filter(input -> hasEffect(input.getValue()))
                .map(input -> name + ": " + place + input.getKey() + ": "
                        + REASONS.getOrDefault(input.getKey(), "has no effect here"));
    }

    private static boolean hasEffect(JsonNode value) {
        return value.isContainerNode() ? !value.isEmpty() : !NOTHING.contains(value.asText());
    }
}
