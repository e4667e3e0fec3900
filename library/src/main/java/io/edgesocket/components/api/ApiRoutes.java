package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.RouteArgs;
import com.pulumi.aws.apigatewayv2.RouteResponse;
import com.pulumi.aws.apigatewayv2.RouteResponseArgs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The routes of an API, with a route response where one replies. */
final class ApiRoutes {
    private final ApiScope scope;
    private final ApiIntegrations integrations;
    private final ApiAuthorizers authorizers;
    private final ApiModels models;
    private final Map<String, com.pulumi.aws.apigatewayv2.Route> byKey = new LinkedHashMap<>();

    private ApiRoutes(ApiScope scope, ApiIntegrations integrations, ApiAuthorizers authorizers, ApiModels models) {
        this.scope = scope;
        this.integrations = integrations;
        this.authorizers = authorizers;
        this.models = models;
    }

    static ApiRoutes make(ApiScope scope, ApiIntegrations integrations, ApiAuthorizers authorizers, ApiModels models) {
        var routes = new ApiRoutes(scope, integrations, authorizers, models);
        scope.args().routes.forEach(routes::make);
        return routes;
    }

    Map<String, com.pulumi.aws.apigatewayv2.Route> byKey() {
        return byKey;
    }

    private void make(RoutesArgs.Entry entry) {
        var key = entry.key();
        var name = RouteKeys.readable(key);
        var made = scope.snapshot()
                .add("route " + key, com.pulumi.aws.apigatewayv2.Route::new, name, args(entry), Fingerprint::of);
        byKey.put(key, made);
        if (entry.route().reply.isSent()) {
            var response = RouteResponseArgs.builder()
                    .apiId(scope.api().id())
                    .routeId(made.id())
                    .routeResponseKey(RouteKeys.DEFAULT)
                    .build();
            scope.snapshot()
                    .add("route response " + key, RouteResponse::new, name + "-response", response, Fingerprint::of);
        }
    }

    private RouteArgs args(RoutesArgs.Entry entry) {
        var route = entry.route();
        var access = entry.access();
        var args = RouteArgs.builder()
                .apiId(scope.api().id())
                .routeKey(entry.key())
                .target(integrations.target(entry.key(), route))
                .authorizationType(access.authorization().name());
        access.authorizer().ifPresent(authorizer -> args.authorizerId(authorizers.id(authorizer)));
        if (access.apiKey()) {
            args.apiKeyRequired(true);
        }
        if (route.reply.isSent()) {
            args.routeResponseSelectionExpression(RouteKeys.DEFAULT);
        }
        if (!route.validation.isEmpty()) {
            args.modelSelectionExpression(route.validation.selectionExpression())
                    .requestModels(models.names(route.validation));
        }
        return args.build();
    }
}
