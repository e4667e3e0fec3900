package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.integration.Integrations;
import io.edgesocket.local.apigateway.stage.Api;
import io.edgesocket.local.apigateway.stage.Authorization;
import io.edgesocket.local.apigateway.stage.Deployed;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.RequestModels;
import io.edgesocket.local.apigateway.stage.Route;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.apigateway.stage.Throttling;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.stack.PlayedResource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes routes of what a deployment holds. */
record Routes(
        Deployed deployed, Integrations integrations, Api api, String stage, Throttling throttling, Faults faults) {

    Map<String, Route> byKey() {
        var routes = new LinkedHashMap<String, Route>();
        deployed.ofType("route:Route").forEach(route -> routes.put(route.text("routeKey"), route(route)));
        return routes;
    }

    private Route route(PlayedResource route) {
        var key = route.text("routeKey");
        var integrationId = route.text("target").replaceFirst("^integrations/", "");
        return new Route(
                key,
                authorization(route),
                route.inputs().path("apiKeyRequired").asBoolean(false),
                new FaultyIntegration(
                        key,
                        integrations.of(integrationId, api.arn(stage, key)),
                        integrations.timeout(integrationId),
                        faults),
                replies(route),
                RequestModels.of(route, deployed),
                throttling.of(key));
    }

    private boolean replies(PlayedResource route) {
        return route.text("routeResponseSelectionExpression").equals(Stage.DEFAULT)
                && deployed.ofType("routeResponse:RouteResponse")
                        .anyMatch(response -> response.text("routeId").equals(route.id())
                                && response.text("routeResponseKey").equals(Stage.DEFAULT));
    }

    private Authorization authorization(PlayedResource route) {
        return switch (route.text("authorizationType")) {
            case "CUSTOM" ->
                deployed.ofType("authorizer:Authorizer")
                        .filter(authorizer -> authorizer.id().equals(route.text("authorizerId")))
                        .findFirst()
                        .map(authorizer -> integrations.authorizer(authorizer, api))
                        .orElse((exchange, handshake) -> GatewayErrorException.future(
                                GatewayError.AUTHORIZER_FAILED, "the route's authorizer isn't in the deployment"));
            case "AWS_IAM" -> Authorization.AWS_IAM;
            default -> Authorization.NONE;
        };
    }
}
