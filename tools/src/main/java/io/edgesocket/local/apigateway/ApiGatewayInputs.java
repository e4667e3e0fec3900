package io.edgesocket.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.IgnoredInputs;
import io.edgesocket.local.stack.IgnoredInputs.Played;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which inputs of API Gateway's resources are played. */
final class ApiGatewayInputs {
    private static final Set<String> DESCRIBING = Set.of("apiId", "name", "description", "tags", "version", "region");

    /** Values that change nothing. */
    private static final Set<String> NOTHING = Set.of("", "false", "OFF", "INTERNET", "ipv4");

    private static final List<Played> PLAYED = List.of(
            played(
                    "apigatewayv2/api:Api",
                    "protocolType",
                    "routeSelectionExpression",
                    "apiKeySelectionExpression",
                    "disableExecuteApiEndpoint"),
            played(
                    "apigatewayv2/stage:Stage",
                    "deploymentId",
                    "autoDeploy",
                    "accessLogSettings",
                    "defaultRouteSettings",
                    "routeSettings",
                    "stageVariables"),
            nested(
                    "apigatewayv2/stage:Stage",
                    "defaultRouteSettings",
                    "throttlingBurstLimit",
                    "throttlingRateLimit",
                    "routeKey"),
            nested(
                    "apigatewayv2/stage:Stage",
                    "routeSettings",
                    "throttlingBurstLimit",
                    "throttlingRateLimit",
                    "routeKey"),
            played("apigatewayv2/deployment:Deployment", "triggers"),
            played("apigatewayv2/domainName:DomainName", "domainName", "domainNameConfiguration"),
            played("apigatewayv2/apiMapping:ApiMapping", "domainName", "stage", "apiMappingKey"),
            played(
                    "apigatewayv2/route:Route",
                    "routeKey",
                    "target",
                    "authorizationType",
                    "authorizerId",
                    "apiKeyRequired",
                    "routeResponseSelectionExpression",
                    "requestModels",
                    "modelSelectionExpression",
                    "operationName"),
            played("apigatewayv2/routeResponse:RouteResponse", "routeId", "routeResponseKey"),
            played(
                    "apigatewayv2/integration:Integration",
                    "integrationType",
                    "integrationUri",
                    "integrationMethod",
                    "connectionType",
                    "connectionId",
                    "requestParameters",
                    "requestTemplates",
                    "templateSelectionExpression",
                    "passthroughBehavior",
                    "timeoutMilliseconds",
                    "credentialsArn",
                    "payloadFormatVersion"),
            played(
                    "apigatewayv2/integrationResponse:IntegrationResponse",
                    "integrationId",
                    "integrationResponseKey",
                    "responseTemplates",
                    "templateSelectionExpression"),
            played(
                    "apigatewayv2/authorizer:Authorizer",
                    "authorizerType",
                    "authorizerUri",
                    "identitySources",
                    "authorizerCredentialsArn"),
            played("apigatewayv2/model:Model", "schema", "contentType"),
            played(
                    "lambda/permission:Permission",
                    "function",
                    "qualifier",
                    "action",
                    "principal",
                    "sourceArn",
                    "statementId",
                    "statementIdPrefix"),
            played("apigateway/vpcLink:VpcLink", "targetArn"),
            played("apigateway/apiKey:ApiKey", "value", "enabled", "customerId"),
            played("apigateway/usagePlan:UsagePlan", "apiStages", "quotaSettings", "throttleSettings", "productCode"),
            played("apigateway/usagePlanKey:UsagePlanKey", "keyId", "keyType", "usagePlanId"));

    private static final IgnoredInputs IGNORED = new IgnoredInputs(
            PLAYED,
            Map.of(
                    "ipAddressType", "the address that it binds to decides",
                    "loggingLevel", "no execution log is written; what happens is told as it happens",
                    "dataTraceEnabled", "no execution log is written; what happens is told as it happens",
                    "detailedMetricsEnabled", "there are no metrics",
                    "sourceAccount", "there is one account"),
            ApiGatewayInputs::isAbsent);

    private ApiGatewayInputs() {}

    /** @param type without {@code aws:} */
    private static Played played(String type, String... inputs) {
        return nested(type, "", inputs);
    }

    private static Played nested(String type, String in, String... inputs) {
        return new Played(
                "aws:" + type,
                in,
                Stream.concat(Stream.of(inputs), DESCRIBING.stream()).collect(Collectors.toSet()));
    }

    private static boolean isAbsent(String input, JsonNode value) {
        return IgnoredInputs.isEmpty(value, NOTHING);
    }

    static boolean hasType(String type) {
        return IGNORED.types().anyMatch(type::equals);
    }

    /** A line for each input without effect, which begins with the resource's name. */
    static List<String> ignored(PlayedStack stack) {
        return stack.resources().stream()
                .flatMap(ApiGatewayInputs::ignored)
                .distinct()
                .toList();
    }

    private static Stream<String> ignored(PlayedResource resource) {
        return IGNORED.of(resource).map(text -> resource.name() + ": " + text);
    }
}
