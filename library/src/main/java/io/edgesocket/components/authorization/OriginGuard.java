package io.edgesocket.components.authorization;

import com.pulumi.aws.apigateway.ApiKey;
import com.pulumi.aws.apigateway.ApiKeyArgs;
import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.functions.LambdaFunction;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.internal.Children;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps clients from going around CloudFront: it sends a key with every handshake, and {@code $connect} of an API takes
 * no handshake without one. The address that API Gateway gives an API can't be hidden, so this is what makes the
 * distribution, its web ACL and its edge code the only way in.
 * <pre>{@code
 * var guard = new OriginGuard("guard",
 *         OriginGuardArgs.apiKeys(GuardKeys.of("blue", config.requireSecret("blue"))).build());
 * var api = new WebSocketApi("chat", WebSocketApiArgs.builder()
 *         .route("$connect", Route.to(sessions))
 *         .guard(guard)
 *         .build());
 * var cdn = new WebSocketCdn("cdn", WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
 * }</pre>
 * The API is told once: {@code WebSocketOrigin.of(api)} sends the key of the guard that the API requires, so
 * neither side can be forgotten.
 *
 * <p><b>Changing a key</b> takes three deployments: add another, have CloudFront send that one, remove the first. In each
 * of them a key is accepted before CloudFront sends it, and it is sent no more before it is refused.
 *
 * <p>The keys are secrets in Pulumi's state. In AWS they can be read by whoever may read API keys, a distribution's
 * configuration, or a function's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html">Add
 *     custom headers to origin requests</a>
 */
public final class OriginGuard extends ComponentResource {
    /** The environment variable of a function that checks the keys: the header's name. */
    public static final String HEADER_VARIABLE = "ORIGIN_KEY_HEADER";
    /** The environment variable of a function that checks the keys: all that are good, with commas between. */
    public static final String KEYS_VARIABLE = "ORIGIN_KEYS";

    static final String TYPE = "edgesocket:aws:OriginGuard";

    private final String name;
    private final OriginGuardArgs args;
    private final Children children;
    private final Map<String, ApiKey> apiKeys;
    private final Optional<LambdaFunction> function;
    private final GuardMethod lock;

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public OriginGuard(String name, OriginGuardArgs args) {
        this(name, args, ComponentResourceOptions.Empty);
    }

    /** @throws InvalidArgumentsException with everything that AWS would refuse; nothing is registered then */
    public OriginGuard(String name, OriginGuardArgs args, ComponentResourceOptions options) {
        super(TYPE, name, args.checked(name), options);
        this.name = name;
        this.args = args;
        this.children = new Children(this, name, args.transform);
        function = args.checkedBy.map(this::checking);
        apiKeys = args.byApiKeys ? makeApiKeys() : Map.of();
        lock = args.byApiKeys
                ? new ApiKeyMethod(name, apiKeys)
                : new HeaderMethod(name, args.header, args.keys, function);
        registerOutputs(Map.of("header", Output.of(args.header)));
    }

    /** The header in which CloudFront sends the key. */
    public String header() {
        return args.header;
    }

    /** By the keys' names; none where a function checks them. */
    public Map<String, ApiKey> apiKeys() {
        return apiKeys;
    }

    /** What checks the keys, unless API Gateway does. */
    public Optional<LambdaFunction> function() {
        return function;
    }

    /** What {@code $connect} asks for with this guard, if the route asks for this. {@code WebSocketApi} calls this. */
    public RouteAuthorization locked(RouteAuthorization asked) {
        return args.enforced ? lock.on(asked) : asked;
    }

    /** Finds what {@code $connect} can't ask for together with a key. {@code WebSocketApi} calls this. */
    public void check(Problems problems, Property property, RouteAuthorization asked) {
        if (args.enforced) {
            lock.check(problems, property, asked);
        }
    }

    /**
     * Makes the stage of an API accept the keys. {@code WebSocketApi} calls this.
     *
     * @param children of the API
     * @param tags     of the API
     * @return what CloudFront sends there from then on
     */
    public OriginCredential sentTo(Children children, Api api, Stage stage, Optional<Map<String, String>> tags) {
        return new OriginCredential(args.header, args.keys.sent(), lock.open(children, api, stage, tags));
    }

    static String functionName(String guard) {
        return guard + "-function";
    }

    private Map<String, ApiKey> makeApiKeys() {
        var made = new LinkedHashMap<String, ApiKey>();
        args.keys
                .all()
                .forEach(key -> made.put(
                        key.name(),
                        children.add(ApiKey::new, key.name(), apiKey(key.value().output()))));
        return Collections.unmodifiableMap(made);
    }

    /** Its name in AWS is Pulumi's, so it is the only one, whatever other stacks there are. */
    private ApiKeyArgs apiKey(Output<String> value) {
        var key = ApiKeyArgs.builder()
                .description("What CloudFront sends, as " + name)
                .value(value);
        args.tags.ifPresent(key::tags);
        return key.build();
    }

    private LambdaFunction checking(LambdaFunctionArgs described) {
        return new LambdaFunction(
                functionName(name),
                HeaderMethod.told(described, args.header, args.keys).within(args.tags, args.transform),
                children.nested());
    }
}
