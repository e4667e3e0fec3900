package io.edgesocket.local.apigateway.integration;

import io.edgesocket.local.apigateway.stage.Api;
import io.edgesocket.local.apigateway.stage.Authorization;
import io.edgesocket.local.apigateway.stage.Deployed;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Integration;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Makes integrations of what a deployment holds. */
public final class Integrations {
    /** Also the maximum. */
    private static final Duration TIMEOUT = Duration.ofSeconds(29);

    private final Deployed deployed;
    private final Permissions permissions;
    private final Function<String, Optional<LocalFunction>> functions;
    private final HttpBackends backends;
    private final VpcLinks vpcLinks;
    private final AwsServices services;
    private final Timer timer;

    private Integrations(
            Deployed deployed,
            Permissions permissions,
            Function<String, Optional<LocalFunction>> functions,
            HttpBackends backends,
            VpcLinks vpcLinks,
            AwsServices services,
            Timer timer) {
        this.deployed = deployed;
        this.permissions = permissions;
        this.functions = functions;
        this.backends = backends;
        this.vpcLinks = vpcLinks;
        this.services = services;
        this.timer = timer;
    }

    public static Integrations of(
            Deployed deployed,
            PlayedStack stack,
            Function<String, Optional<LocalFunction>> functions,
            HttpBackends backends,
            Timer timer) {
        return new Integrations(
                deployed,
                Permissions.of(stack),
                functions,
                backends,
                VpcLinks.of(stack, backends.vpcLinks()),
                AwsServices.of(stack, backends),
                timer);
    }

    /** @param sourceArn the route that it is for */
    public Integration of(String id, String sourceArn) {
        return withId(id)
                .map(integration -> make(integration, sourceArn))
                .orElseGet(() -> new RefusedIntegration(GatewayError.BAD_INTEGRATION, "the route has no integration"));
    }

    /** How long API Gateway waits for one. */
    public Duration timeout(String id) {
        return withId(id).map(Integrations::timeout).orElse(TIMEOUT);
    }

    private Optional<PlayedResource> withId(String id) {
        return deployed.ofType("integration:Integration")
                .filter(integration -> integration.id().equals(id))
                .findFirst();
    }

    private Integration make(PlayedResource integration, String sourceArn) {
        return switch (integration.text("integrationType")) {
            case "AWS_PROXY" ->
                function(integration, sourceArn, function -> new LambdaProxyIntegration(call(function, integration)));
            case "AWS" ->
                AwsServices.called(integration).isPresent()
                        ? services.integration(integration, timeout(integration), response(integration))
                        : function(
                                integration,
                                sourceArn,
                                function -> new LambdaIntegration(
                                        call(function, integration), request(integration), response(integration)));
            case "HTTP_PROXY", "HTTP" ->
                integration.text("connectionType").equals("VPC_LINK")
                        ? throughVpcLink(integration)
                        : http(integration, Optional.empty());
            case "MOCK" -> new MockIntegration(request(integration), response(integration));
            default ->
                new RefusedIntegration(
                        GatewayError.BAD_INTEGRATION,
                        "integration type " + integration.text("integrationType") + " is none of a WebSocket API's");
        };
    }

    private Integration throughVpcLink(PlayedResource integration) {
        var link = integration.text("connectionId");
        return vpcLinks.address(link)
                .map(address -> http(integration, Optional.of(address)))
                .orElseGet(() ->
                        new RefusedIntegration(GatewayError.BAD_INTEGRATION, vpcLinks.unreached(vpcLinks.name(link))));
    }

    private Integration http(PlayedResource integration, Optional<URI> standIn) {
        return new HttpIntegration(
                backends,
                HttpTarget.of(integration.inputs(), timeout(integration), standIn),
                integration.text("integrationType").endsWith("PROXY"),
                request(integration),
                response(integration));
    }

    private Integration function(
            PlayedResource integration, String sourceArn, Function<LocalFunction, Integration> with) {
        var uri = integration.text("integrationUri");
        return functions
                .apply(uri)
                .map(function -> mayCall(function, integration, sourceArn)
                        ? with.apply(function)
                        : new RefusedIntegration(
                                GatewayError.NO_PERMISSION,
                                "no Permission lets " + sourceArn + " call " + function.name()))
                .orElseGet(() -> new RefusedIntegration(
                        GatewayError.BAD_INTEGRATION,
                        uri + " leads to no function of this stack: it is not played on localhost"));
    }

    /** An integration with a role needs no Permission; what the role allows is not checked. */
    private boolean mayCall(LocalFunction function, PlayedResource integration, String sourceArn) {
        return !integration.text("credentialsArn").isEmpty()
                || permissions.allows(function.urn(), integration.text("integrationUri"), sourceArn);
    }

    public Authorization authorizer(PlayedResource authorizer, Api api) {
        var sourceArn = api.arn("authorizers", authorizer.id());
        var identitySources = StreamSupport.stream(
                        authorizer.inputs().path("identitySources").spliterator(), false)
                .map(source -> source.asText())
                .toList();
        return functions
                .apply(authorizer.text("authorizerUri"))
                .filter(function -> !authorizer.text("authorizerCredentialsArn").isEmpty()
                        || permissions.allows(function.urn(), authorizer.text("authorizerUri"), sourceArn))
                .<Authorization>map(
                        function -> new LambdaAuthorizer(new FunctionCall(function, TIMEOUT, timer), identitySources))
                .orElse((exchange, handshake) -> GatewayErrorException.future(
                        GatewayError.AUTHORIZER_FAILED,
                        "no Permission lets " + sourceArn + " call the authorizer's function, or it isn't played"));
    }

    private FunctionCall call(LocalFunction function, PlayedResource integration) {
        return new FunctionCall(function, timeout(integration), timer);
    }

    private static Duration timeout(PlayedResource integration) {
        var millis = integration.inputs().path("timeoutMilliseconds").asLong(TIMEOUT.toMillis());
        return Duration.ofMillis(Math.min(millis, TIMEOUT.toMillis()));
    }

    private static RequestMapping request(PlayedResource integration) {
        return RequestMapping.of(integration.inputs());
    }

    private ResponseMapping response(PlayedResource integration) {
        return new ResponseMapping(
                integration.inputs(),
                deployed.ofType("integrationResponse:IntegrationResponse")
                        .filter(response -> response.text("integrationId").equals(integration.id()))
                        .map(PlayedResource::inputs)
                        .toList());
    }
}
