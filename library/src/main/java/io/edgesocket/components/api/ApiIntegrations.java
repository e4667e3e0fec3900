package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.IntegrationResponse;
import com.pulumi.aws.apigatewayv2.IntegrationResponseArgs;
import com.pulumi.core.Output;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The integrations of an API. Routes that lead to the same function in the same way share one; any other route has its
 * own, because only that one's answer belongs to it.
 */
final class ApiIntegrations {
    private static final String MOCK_ANSWER = "{\"statusCode\":200}";

    private final ApiScope scope;
    private final ApiFunctions functions;
    private final Map<String, Integration> byName = new LinkedHashMap<>();

    ApiIntegrations(ApiScope scope, ApiFunctions functions) {
        this.scope = scope;
        this.functions = functions;
    }

    /** The integration of a route, made if it is the first to need it; what a route names as its target. */
    Output<String> target(String key, Route route) {
        return byName.computeIfAbsent(nameOf(key, route), name -> make(name, route))
                .id()
                .applyValue(id -> "integrations/" + id);
    }

    Map<String, Integration> byName() {
        return byName;
    }

    /** Depends on the route alone, not on its neighbours: otherwise one route's change would replace another's integration. */
    private static String nameOf(String key, Route route) {
        if (route.target instanceof Target.Function target) {
            var name = target.function().name() + "-function";
            return route.mapping.equals(RequestMapping.NONE) ? name : name + "-" + route.mapping.digest();
        }
        return RouteKeys.readable(key);
    }

    private Integration make(String name, Route route) {
        var integration = scope.snapshot()
                .add("integration " + name, Integration::new, name + "-integration", args(route), Fingerprint::of);
        if (route.reply.isSent() && !route.target.isProxy()) {
            scope.snapshot()
                    .add(
                            "integration response " + name,
                            IntegrationResponse::new,
                            name + "-integration-response",
                            response(integration, route.reply.templates()),
                            Fingerprint::of);
        }
        return integration;
    }

    private IntegrationArgs args(Route route) {
        var args = IntegrationArgs.builder().apiId(scope.api().id()).integrationType(route.target.integrationType());
        mapping(args, route.mapping);
        if (route.target instanceof Target.Function target) {
            args.integrationMethod("POST")
                    .integrationUri(functions.get(target.function()).invokeArn());
        } else if (route.target instanceof Target.Http http) {
            args.integrationMethod(http.method()).integrationUri(http.uri().output());
            route.vpcLink.ifPresent(link -> args.connectionType("VPC_LINK").connectionId(link.output()));
        } else if (route.target instanceof Target.Aws aws) {
            service(args, aws, route.mapping.templates());
        } else if (route.mapping.templates().isEmpty()) {
            templates(args, Templates.of(MOCK_ANSWER));
        }
        return args.build();
    }

    private static void service(IntegrationArgs.Builder args, Target.Aws aws, Templates templates) {
        args.integrationMethod("POST").integrationUri(aws.uri().output()).credentialsArn(aws.credentialsArn());
        if (!templates.isEmpty()) {
            // A message that no template is chosen for must not become, as it is, a request to an AWS service.
            args.passthroughBehavior("NEVER");
        }
    }

    private static void mapping(IntegrationArgs.Builder args, RequestMapping mapping) {
        mapping.timeout().map(Duration::toMillis).map(Math::toIntExact).ifPresent(args::timeoutMilliseconds);
        if (!mapping.parameters().isEmpty()) {
            args.requestParameters(mapping.parameters());
        }
        if (!mapping.templates().isEmpty()) {
            templates(args, mapping.templates());
        }
    }

    private static void templates(IntegrationArgs.Builder args, Templates templates) {
        args.requestTemplates(templates.byKey()).templateSelectionExpression(templates.selectionExpression());
    }

    private IntegrationResponseArgs response(Integration integration, Templates templates) {
        var args = IntegrationResponseArgs.builder()
                .apiId(scope.api().id())
                .integrationId(integration.id())
                .integrationResponseKey(RouteKeys.DEFAULT);
        if (!templates.isEmpty()) {
            args.responseTemplates(templates.byKey()).templateSelectionExpression(templates.selectionExpression());
        }
        return args.build();
    }
}
