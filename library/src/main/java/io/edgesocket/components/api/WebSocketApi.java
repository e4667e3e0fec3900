package io.edgesocket.components.api;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.ApiMapping;
import com.pulumi.aws.apigatewayv2.ApiMappingArgs;
import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.apigatewayv2.Deployment;
import com.pulumi.aws.apigatewayv2.DomainName;
import com.pulumi.aws.apigatewayv2.DomainNameArgs;
import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.inputs.DomainNameDomainNameConfigurationArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.iam.Role;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.authorization.OriginCredential;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Placeholder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An API Gateway WebSocket API, deployed to one stage: its routes, what stands behind them, and the functions among
 * that, each with no more rights than it needs.
 * <pre>{@code
 * var chat = new NewFunction("chat", LambdaFunctionArgs.builder().code(FunctionCode.java(Chat.class)).build());
 * var api  = new WebSocketApi("chat", WebSocketApiArgs.builder()
 *         .route("$connect", Route.to(chat))
 *         .route("$default", Route.to(chat).replying())
 *         .route("ping",     Route.mock("{\"pong\":true}"))
 *         .build());
 * }</pre>
 * <b>Deployments.</b> A deployment is a copy of the API; a stage shows clients one. When anything in that copy changes,
 * a new deployment is made, then the stage is put on it, in place and without a gap, and then the old one is deleted.
 * The deployment's {@code triggers} have an entry for each thing in the copy, so a preview names what is new. Throttling,
 * logs, variables, tags, descriptions, and the functions' own settings are not in the copy, and take effect at once.
 * <p>
 * <b>A route that is removed</b> stays in the copy that clients see until the deployment after: Pulumi deletes only
 * when all else is done, so AWS copies the route a last time. Until then it answers "Internal server error" where its
 * function or its permission is gone, and goes on working where it leads to an HTTP backend or another AWS service.
 * When that matters, follow up with one more deployment:
 * <pre>{@code pulumi up --replace '<urn of the deployment>'}</pre>
 * which {@code pulumi stack --show-urns} prints.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html">WebSocket APIs</a>
 */
public final class WebSocketApi extends ComponentResource {
    /**
     * The environment variable that each function of a route has: every AWS SDK finds there where to post to connections.
     */
    public static final String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI";

    /** As long as an address can be before the stage: ids of APIs have 10 characters, names of regions at most 14. */
    private static final String LONGEST_ENDPOINT =
            "https://" + "a".repeat(10) + ".execute-api." + "r".repeat(14) + ".amazonaws.com/";

    static final String TYPE = "edgesocket:aws:WebSocketApi";

    private final String stageName;
    private final Api api;
    private final SharedApi shared;
    private final Optional<Output<Boolean>> endpointClosed;
    private final ApiFunctions functions;
    private final ApiAuthorizers authorizers;
    private final ApiIntegrations integrations;
    private final ApiRoutes routes;
    private final Deployment deployment;
    private final ApiStage stage;
    private final ConnectRequirements connectRequirements;
    private final Optional<OriginCredential> originCredential;
    private final Optional<ApiDomain> domain;
    private final Optional<DomainName> domainResource;
    private final Optional<ApiMapping> mapping;

    /** @throws InvalidArgumentsException if AWS would refuse any of the arguments; nothing is registered then */
    public WebSocketApi(String name, WebSocketApiArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException if AWS would refuse any of the arguments; nothing is registered then */
    public WebSocketApi(String name, WebSocketApiArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        var children = new Children(this, name, args.transform);
        var snapshot = new DeploymentTriggers(children);
        stageName = args.stage.name;
        domain = args.domain;
        connectRequirements = ConnectRequirements.of(args);
        var registered = new AtomicReference<ApiArgs>();
        Children.Constructor<ApiArgs, Api> constructor = (child, changed, childOptions) -> {
            registered.set(changed);
            return new Api(child, changed, childOptions);
        };
        api = snapshot.add("api", constructor, "", args(args), Fingerprint::of);
        endpointClosed = registered.get().disableExecuteApiEndpoint();
        shared = new SharedApi(api.id(), executionArn(), Output.of(stageName), managementEndpoint());
        var scope = new ApiScope(args, children, snapshot, shared);
        functions = ApiFunctions.make(scope, managementEndpoint());
        authorizers = ApiAuthorizers.make(scope, functions);
        integrations = new ApiIntegrations(scope, functions);
        routes = ApiRoutes.make(scope, integrations, authorizers, ApiModels.make(scope));
        args.guests.forEach(snapshot::add);
        deployment = snapshot.deploy(api);
        stage = new ApiStage(
                scope, args.stage, deployment, needed(args, ApiPermissions.make(scope, functions, authorizers)));
        domainResource = domain.map(own -> domain(children, own, args.tags));
        mapping = domainResource.map(own -> mapping(children, own));
        originCredential = args.guard.map(guard -> guard.sentTo(children, api, stage.stage(), args.tags));
        registerOutputs(Map.of(
                "id", id(),
                "endpoint", endpoint(),
                "managementEndpoint", managementEndpoint(),
                "executionArn", executionArn()));
    }

    /** The API's id, the first part of its host name. */
    public Output<String> id() {
        return api.id();
    }

    /** Where clients would connect without a CDN: {@code wss://{host}/{stage}}, or the API's {@link #domain own name}. */
    public Output<String> endpoint() {
        return domain.isPresent()
                ? Output.of("wss://" + address(domain.get()))
                : domainName().applyValue(host -> "wss://" + host + "/" + stageName);
    }

    /** The API's {@code execute-api} host: {@code {id}.execute-api.{region}.amazonaws.com}. */
    public Output<String> domainName() {
        return Placeholder.ifAbsent(api.apiEndpoint(), api, "apiEndpoint")
                .applyValue(endpoint -> endpoint.replaceFirst("^wss://", ""));
    }

    /** The stage, which is the first part of every path. */
    public String stageName() {
        return stageName;
    }

    /** Begins the ARN of everything that is called through the API: {@code arn:aws:execute-api:{region}:{account}:{id}}. */
    public Output<String> executionArn() {
        return Placeholder.ifAbsent(api.executionArn(), api, "executionArn");
    }

    /**
     * Where functions post to connections: {@code https://{host}/{stage}}, or the API's own name where the other address is
     * closed. It doesn't work through CloudFront.
     */
    public Output<String> managementEndpoint() {
        return domain.filter(ApiDomain::closesEndpoint).isPresent()
                ? Output.of("https://" + address(domain.get()))
                : domainName().applyValue(host -> "https://" + host + "/" + stageName);
    }

    public Api api() {
        return api;
    }

    /**
     * Whether the {@code execute-api} address is closed, as the program has it; empty if it says nothing, which is open. (The
     * resource's own output isn't known in a preview where the state doesn't have it.)
     */
    public Optional<Output<Boolean>> endpointClosed() {
        return endpointClosed;
    }

    /** The name of the API's own, if it has one. */
    public Optional<ApiDomain> domain() {
        return domain;
    }

    /** The custom domain name, if the API has one: what a DNS record of that name leads to is in its configuration. */
    public Optional<DomainName> domainResource() {
        return domainResource;
    }

    /** What leads from the custom domain name to the stage, if the API has one. */
    public Optional<ApiMapping> mapping() {
        return mapping;
    }

    /**
     * What another stack needs to add routes with {@link GuestRoutes}, in one output: {@code ctx.export("api", api.shared())}.
     * It reads it by {@link SharedApi#of}.
     */
    public Output<Map<String, String>> shared() {
        return shared.exported();
    }

    /** By their keys. */
    public Map<String, com.pulumi.aws.apigatewayv2.Route> routes() {
        return Collections.unmodifiableMap(routes.byKey());
    }

    /** By what follows the API's name in theirs. */
    public Map<String, Integration> integrations() {
        return Collections.unmodifiableMap(integrations.byName());
    }

    /**
     * The roles that were made for routes to a {@link ServiceTarget}, by what follows the API's name in their integrations'.
     * A key of KMS that encrypts the queue, topic or table is one more right, which can be added here.
     */
    public Map<String, Role> integrationRoles() {
        return Collections.unmodifiableMap(integrations.roles().byName());
    }

    /** The functions that the API made, by the names of their {@link NewFunction}s. */
    public Map<String, LambdaFunction> functions() {
        return Collections.unmodifiableMap(functions.byName());
    }

    /**
     * Those that decide who may connect: of {@link #functions}, by the same names, or the guard's, by the guard's name. An
     * authorizer answers 401 by failing, so AWS counts clients that it refuses among its errors.
     */
    public Map<String, LambdaFunction> authorizerFunctions() {
        return Collections.unmodifiableMap(functions.authorizing());
    }

    /** Whom {@code $connect} asks, if anybody. */
    public Optional<Authorizer> authorizer() {
        return authorizers.made().values().stream().findFirst();
    }

    public Deployment deployment() {
        return deployment;
    }

    public Stage stage() {
        return stage.stage();
    }

    /** Where the access log is, if there is one. */
    public Optional<LogGroup> accessLogGroup() {
        return stage.logGroup();
    }

    /** {@link #functions}, and the guard's if {@code $connect} asks it. */
    public Map<String, LambdaFunction> watchedFunctions() {
        return functions.watched();
    }

    public ConnectRequirements connectRequirements() {
        return connectRequirements;
    }

    /** What CloudFront has to send, if {@code $connect} has a guard. */
    public Optional<OriginCredential> originCredential() {
        return originCredential;
    }

    private static ApiArgs args(WebSocketApiArgs args) {
        var api = ApiArgs.builder().protocolType("WEBSOCKET").routeSelectionExpression(args.routeSelectionExpression);
        args.tags.ifPresent(api::tags);
        args.apiKeySource.ifPresent(source -> api.apiKeySelectionExpression(source.selectionExpression));
        args.description.ifPresent(api::description);
        args.domain.filter(ApiDomain::closesEndpoint).ifPresent(closed -> api.disableExecuteApiEndpoint(true));
        args.ipAddressType.ifPresent(type -> api.ipAddressType(type.name().toLowerCase(Locale.ROOT)));
        return api.build();
    }

    private static DomainName domain(Children children, ApiDomain own, Optional<Map<String, String>> tags) {
        return children.add(
                DomainName::new,
                "domain",
                DomainNameArgs.builder()
                        .domainName(own.name())
                        .domainNameConfiguration(DomainNameDomainNameConfigurationArgs.builder()
                                .certificateArn(own.certificateArn())
                                .endpointType("REGIONAL")
                                .securityPolicy("TLS_1_2")
                                .build())
                        .tags(tags.orElse(Map.of()))
                        .build());
    }

    private ApiMapping mapping(Children children, DomainName name) {
        var args = ApiMappingArgs.builder()
                .apiId(api.id())
                .domainName(name.id())
                .stage(stage.stage().id());
        domain.flatMap(ApiDomain::mappingKey).ifPresent(args::apiMappingKey);
        return children.add(ApiMapping::new, "mapping", args.build());
    }

    /** A mapped name has no stage in its path. */
    private static String address(ApiDomain own) {
        return own.name() + own.path();
    }

    /**
     * What must be there before clients come, so that the first message of all finds a function that answers; and what
     * AWS wants before it logs.
     */
    private List<Resource> needed(WebSocketApiArgs args, List<Resource> permissions) {
        var needed = new ArrayList<Resource>(functions.byName().values());
        needed.addAll(permissions);
        needed.addAll(integrations.roles().policies());
        args.account.ifPresent(account -> needed.add(account.account()));
        return needed;
    }

    /** How many bytes of a function's environment {@link #ENDPOINT_VARIABLE} may take. */
    static int endpointBytes(String stageName, Optional<ApiDomain> domain) {
        var own =
                domain.map(name -> "https://".length() + address(name).length()).orElse(0);
        return ENDPOINT_VARIABLE.length() + Math.max(own, LONGEST_ENDPOINT.length() + stageName.length());
    }
}
