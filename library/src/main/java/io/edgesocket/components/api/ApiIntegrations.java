package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.IntegrationResponse;
import com.pulumi.aws.apigatewayv2.IntegrationResponseArgs;
import com.pulumi.core.Output;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The integrations of an API. Routes that lead to the same function in the same way share one; any other route has its
 * own, because only that one's answer belongs to it.
 */
final class ApiIntegrations {
    private static final String MOCK_ANSWER = "{\"statusCode\":200}";
    private static final String SUCCESS = "/2\\d\\d/";
    private static final String SENT = "{\"sent\":true}";
    /** As API Gateway's own message to a client, when an integration fails. */
    private static final String FAILED = "{\"message\":\"Internal server error\",\"connectionId\":"
            + "\"$context.connectionId\",\"requestId\":\"$context.requestId\"}";

    private final ApiScope scope;
    private final ApiFunctions functions;
    private final IntegrationRoles roles;
    private final Map<String, Made> made = new LinkedHashMap<>();

    /** @param target what a route names to lead to it */
    private record Made(Integration integration, Output<String> target) {}

    ApiIntegrations(ApiScope scope, ApiFunctions functions) {
        this.scope = scope;
        this.functions = functions;
        roles = new IntegrationRoles(scope);
    }

    /** The integration of a route, made if it is the first to need it; what a route names as its target. */
    Output<String> target(String key, Route route) {
        return made.computeIfAbsent(nameOf(key, route), name -> {
                    var integration = make(name, key, route);
                    return new Made(integration, integration.id().applyValue(id -> "integrations/" + id));
                })
                .target();
    }

    Map<String, Integration> byName() {
        var byName = new LinkedHashMap<String, Integration>();
        made.forEach((name, each) -> byName.put(name, each.integration()));
        return byName;
    }

    IntegrationRoles roles() {
        return roles;
    }

    /** Depends on the route alone, not on its neighbours: otherwise one route's change would replace another's integration. */
    private static String nameOf(String key, Route route) {
        if (route.target instanceof Target.Function target) {
            var name = target.function().name() + "-function";
            return route.mapping.equals(RequestMapping.NONE) ? name : name + "-" + route.mapping.digest();
        }
        return RouteKeys.readable(key);
    }

    private Integration make(String name, String key, Route route) {
        var integration = scope.snapshot()
                .add(
                        "integration " + name,
                        Integration::new,
                        name + "-integration",
                        args(name, key, route),
                        Fingerprint::of);
        if (route.target instanceof Target.Service target) {
            serviceResponses(name, integration, route, target.service().service);
        } else if (route.reply.isSent() && !route.target.isProxy()) {
            response(name, "", integration, RouteKeys.DEFAULT, route.reply.templates());
        }
        return integration;
    }

    private IntegrationArgs args(String name, String key, Route route) {
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
        } else if (route.target instanceof Target.Service target) {
            service(args, name, key, target.service(), route.mapping);
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

    private void service(
            IntegrationArgs.Builder args, String name, String key, ServiceTarget target, RequestMapping mapping) {
        var parameters = new TreeMap<>(target.service.parameters());
        parameters.putAll(mapping.parameters());
        args.integrationMethod("POST")
                .integrationUri(target.arn().applyValue(target.service::uri))
                .credentialsArn(roles.arn(name, target))
                .passthroughBehavior("NEVER");
        if (!parameters.isEmpty()) {
            args.requestParameters(parameters);
        }
        if (mapping.templates().isEmpty()) {
            var fields = MessageFields.of(key);
            args.templateSelectionExpression(Templates.ALWAYS_DEFAULT)
                    .requestTemplates(target.receiver()
                            .applyValue(
                                    receiver -> Map.of(RouteKeys.DEFAULT, target.service.request(receiver, fields))));
        }
    }

    /**
     * A refusal of the service must not look like success: the status decides what the client reads. AWS asks an
     * integration that is no proxy for a response also if nothing is sent back.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html">Integration
     *     responses</a>
     */
    private void serviceResponses(String name, Integration integration, Route route, AwsService service) {
        if (!route.reply.isSent()) {
            response(name, "", integration, RouteKeys.DEFAULT, Templates.NONE);
            return;
        }
        var templates =
                route.reply.templates().isEmpty() ? Templates.of(service.reply(SENT, FAILED)) : route.reply.templates();
        response(name, "-success", integration, SUCCESS, templates);
        response(name, "", integration, RouteKeys.DEFAULT, Templates.of(FAILED));
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

    private void response(String name, String suffix, Integration integration, String key, Templates templates) {
        scope.snapshot()
                .add(
                        "integration response " + name + suffix,
                        IntegrationResponse::new,
                        name + "-integration-response" + suffix,
                        response(integration, key, templates),
                        Fingerprint::of);
    }

    private IntegrationResponseArgs response(Integration integration, String key, Templates templates) {
        var args = IntegrationResponseArgs.builder()
                .apiId(scope.api().id())
                .integrationId(integration.id())
                .integrationResponseKey(key);
        if (!templates.isEmpty()) {
            args.responseTemplates(templates.byKey()).templateSelectionExpression(templates.selectionExpression());
        }
        return args.build();
    }
}
