package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.internal.Children;
import java.util.Collections;
import java.util.Map;

/**
 * Routes that a stack adds to a WebSocket API which another stack owns, with what stands behind them, and the functions among
 * that.
 * <pre>{@code
 * var api = SharedApi.of(new StackReference("acme/chat/prod"), "api");
 * var orders = new GuestRoutes("orders", GuestRoutesArgs.builder(api)
 *         .route("order", Route.to(order).replying())
 *         .build());
 * ctx.export("routes", orders.fingerprint());
 * }</pre>
 * <b>Clients see them once the owner deploys.</b> The stage shows a copy of the API, and that copy is the owner's to make: its
 * program takes the fingerprint by {@link WebSocketApiArgs.Builder#guest}, and its next {@code pulumi up} makes a new copy if
 * the fingerprint has changed. So each change is two updates: first this stack's, then the owner's.
 * <p>
 * <b>A route that is removed</b> stays in the copy until then. Where its function or its permission is gone, a client's
 * message is answered "Internal server error".
 * <p>
 * Who may connect, throttling, logs and stage variables are the owner's.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-set-up-websocket-deployment.html">Deploying
 *     WebSocket APIs</a>
 */
public final class GuestRoutes extends ComponentResource {
    static final String TYPE = "edgesocket:aws:GuestRoutes";

    private final ApiFunctions functions;
    private final ApiIntegrations integrations;
    private final ApiRoutes routes;
    private final Output<String> fingerprint;

    /** @throws InvalidArgumentsException if AWS would refuse any of the arguments; nothing is registered then */
    public GuestRoutes(String name, GuestRoutesArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException if AWS would refuse any of the arguments; nothing is registered then */
    public GuestRoutes(String name, GuestRoutesArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        var children = new Children(this, name, args.transform);
        var snapshot = new DeploymentTriggers(children);
        var scope = new ApiScope(args, children, snapshot, args.api);
        functions = ApiFunctions.make(scope, args.api.managementEndpoint());
        var authorizers = ApiAuthorizers.make(scope, functions);
        integrations = new ApiIntegrations(scope, functions);
        routes = ApiRoutes.make(scope, integrations, authorizers, ApiModels.make(scope));
        ApiPermissions.make(scope, functions, authorizers);
        fingerprint = snapshot.fingerprint();
        registerOutputs(Map.of("fingerprint", fingerprint));
    }

    /**
     * A short text that changes with everything that takes effect only when the owner deploys, and only then. To be exported,
     * for {@link WebSocketApiArgs.Builder#guest}.
     */
    public Output<String> fingerprint() {
        return fingerprint;
    }

    /** By their keys. */
    public Map<String, com.pulumi.aws.apigatewayv2.Route> routes() {
        return Collections.unmodifiableMap(routes.byKey());
    }

    /** By what follows the component's name in theirs. */
    public Map<String, Integration> integrations() {
        return Collections.unmodifiableMap(integrations.byName());
    }

    /** The functions that were made, by the names of their {@link NewFunction}s. */
    public Map<String, LambdaFunction> functions() {
        return Collections.unmodifiableMap(functions.byName());
    }
}
