package io.edgesocket.local.apigateway;

import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.apigateway.integration.AwsServices;
import io.edgesocket.local.apigateway.integration.HttpBackends;
import io.edgesocket.local.apigateway.integration.Timer;
import io.edgesocket.local.apigateway.integration.VpcLinks;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.CustomDomain;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Ids;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Trace;
import io.edgesocket.local.lambda.FrozenEnvironments;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.lambda.LocalHosts;
import io.edgesocket.local.lambda.LocalHosts.Https;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.local.stack.RefusedStackException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * API Gateway on localhost: every WebSocket API of a stack, each stage with what its deployment holds.
 *
 * <p>On its own port an API is found by its host name, as at AWS, or by the path:
 * {@code ws://127.0.0.1:<port>/<stage>}, or {@code …/<api>/<stage>} where several APIs have a stage of that name.
 *
 * <p>Registered but not played: what an IAM role may do, and the account's own limits (10,000 requests and 500 new connections a
 * second).
 *
 * <p>Not confirmed on AWS: the answers to requests that can't be read, are too long or have a raw {@code |} in their query
 * (400, 414, 431 and 505 here), the answer to a plain GET (426 here), the close code after two hours (1001 here) and after a
 * DELETE of {@code @connections} (1000 here), whether pings keep a connection from being idle (they do here), the
 * statuses of answers that can't be understood (502 here) and of integrations that take too long (504 here), and the body
 * of a handshake that {@code $connect} declines (the integration's own here).
 */
public final class Gateway implements AutoCloseable {
    /** How long a closing gateway waits for its clients and their {@code $disconnect}. */
    static final Duration CLOSING = Duration.ofSeconds(5);

    private final Services services;
    private final DeployedStages stages;
    private final HttpBackends backends;
    private final Timer timer;
    private final GatewayServer server;
    private volatile List<String> notPlayed;
    private Optional<Https> https = Optional.empty();

    private Gateway(
            PlayedStack stack,
            Function<String, Optional<LocalFunction>> functions,
            FrozenEnvironments frozen,
            Journal journal,
            Clock clock,
            GatewayOptions options,
            InetSocketAddress bind,
            AllowedHosts hosts)
            throws IOException {
        VpcLinks.requireKnown(stack, options.vpcLinks().keySet());
        AwsServices.requireKnown(stack, options.services().keySet());
        backends = new HttpBackends(options.vpcLinks(), options.services());
        notPlayed = notPlayed(stack);
        timer = new Timer();
        stages = new DeployedStages(new Addresses(
                Stages.of(stack, functions, backends, timer, clock, options.faults()), CustomDomain.of(stack)));
        services = new Services(new Connections(), stages, frozen, journal, clock, options);
        var allowed = hosts.and(Stream.concat(
                        stages.addresses().stages().stream()
                                .map(stage -> stage.api().host()),
                        stages.addresses().domains().stream().map(CustomDomain::name))
                .toList());
        server = GatewayServer.open(
                bind,
                components -> new GatewayHandler(allowed, services, components, this::connect),
                new UnreadableRequests(services));
        timer.everySecond(this::check);
    }

    /**
     * Starts to listen, with all as in AWS, and lets everybody call.
     *
     * @throws IOException if the port is taken
     */
    public static Gateway start(
            PlayedStack stack,
            Function<String, Optional<LocalFunction>> functions,
            Journal journal,
            Clock clock,
            InetSocketAddress bind)
            throws IOException {
        return start(
                stack, functions, new FrozenEnvironments(), journal, clock, GatewayOptions.AWS, bind, AllowedHosts.ALL);
    }

    /**
     * Starts to listen.
     *
     * @param functions finds a function by an ARN, or by what has one in it; {@code Functions::byArn}
     * @param frozen    whose calls of {@code @connections} have to wait
     * @param clock     tells when a connection has been idle for too long, or open for too long
     * @param options   what is to be otherwise than in AWS
     * @param bind      port 0 for any that is free
     * @param hosts     under which names it may be called, besides those of its APIs
     * @throws IOException if the port is taken
     */
    public static Gateway start(
            PlayedStack stack,
            Function<String, Optional<LocalFunction>> functions,
            FrozenEnvironments frozen,
            Journal journal,
            Clock clock,
            GatewayOptions options,
            InetSocketAddress bind,
            AllowedHosts hosts)
            throws IOException {
        return new Gateway(stack, functions, frozen, journal, clock, options, bind, hosts);
    }

    public int port() {
        return server.port();
    }

    /** All stages that can be connected to. */
    public List<ServedStage> stages() {
        return served(stages.addresses(), Stage::deployed);
    }

    private List<ServedStage> served(Addresses addresses, Predicate<Stage> which) {
        return addresses.stages().stream()
                .filter(which)
                .map(stage -> addresses.served(stage, server.authority()))
                .toList();
    }

    /**
     * Reads the stack after a change. Nothing happens yet. Connections stay: their next messages go through the stages as
     * they are deployed then.
     *
     * @return what has them deployed
     * @throws RefusedStackException if it has other APIs or stages, which would be called at other addresses
     */
    public Runnable next(PlayedStack stack, Function<String, Optional<LocalFunction>> functions) {
        var next = new Addresses(
                Stages.of(
                        stack,
                        functions,
                        backends,
                        timer,
                        services.clock(),
                        services.options().faults()),
                CustomDomain.of(stack));
        var before = served(stages.addresses(), stage -> true);
        var after = served(next, stage -> true);
        if (!after.equals(before)) {
            throw new RefusedStackException("the stages are now " + names(after) + ", and were " + names(before)
                    + ": start again to play them");
        }
        var ignored = notPlayed(stack);
        return () -> {
            stages.deploy(next);
            notPlayed = ignored;
        };
    }

    private List<String> notPlayed(PlayedStack stack) {
        return Stream.of(
                        ApiGatewayInputs.ignored(stack),
                        VpcLinks.unreached(stack, backends),
                        AwsServices.unreached(stack, backends))
                .flatMap(List::stream)
                .toList();
    }

    private static String names(List<ServedStage> stages) {
        return stages.isEmpty()
                ? "none"
                : stages.stream()
                        .map(stage -> stage.stage() + " of " + stage.api() + " (" + stage.host() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** Where functions find the stack's APIs under their names at AWS. */
    public LocalHosts hosts() {
        return new LocalHosts(stages.addresses().byHost(server.authority()), this::https);
    }

    /** The names of the APIs' own, each with its mapping's key, and where functions find {@code @connections} of it here. */
    public Map<String, URI> ownNames() {
        return stages.addresses().byOwnName(server.authority());
    }

    private synchronized Https https() {
        if (https.isEmpty()) {
            var names = stages.addresses().byHost(server.authority()).keySet();
            var certificate = SelfSignedCertificate.of(names);
            https = Optional.of(new Https(server.listenWithTls(certificate), certificate.pem()));
        }
        return https.get();
    }

    /**
     * A handshake that API Gateway receives, from CloudFront or not. The host says which API is meant, so a viewer's
     * host that was forwarded is refused. The future never fails.
     */
    public CompletableFuture<ConnectAnswer> connect(ConnectRequest request) {
        try {
            request.requireUrl();
            var stage = stages.addresses().find(request.host(), request.path());
            request.requireHandshake();
            return new Handshake(services, stage, request).run().exceptionally(failure -> refused(request, failure));
        } catch (RuntimeException | StackOverflowError denied) {
            return CompletableFuture.completedFuture(refused(request, denied));
        }
    }

    private ConnectAnswer refused(ConnectRequest request, Throwable failure) {
        var denied = GatewayErrorException.of(failure);
        var requestId = Ids.next();
        denied.tell(new Trace(
                services.journal(), services.clock(), request.cloudFrontId().orElse(requestId)));
        return Handshake.refusal(denied, requestId);
    }

    /** Whether a resource is played here, apart from the inputs that {@link #notPlayed} lists. */
    public static boolean plays(PlayedResource resource) {
        return ApiGatewayInputs.hasType(resource.type());
    }

    /** Which arguments of what is played have no effect here: a line each, which begins with the resource's name. */
    public List<String> notPlayed() {
        return notPlayed;
    }

    /** Ends connections before their time. */
    public ForcedEnds ends() {
        return new ForcedEnds(services.connections(), services.options());
    }

    /** The keys of all routes that are deployed, each once. */
    public List<String> routeKeys() {
        return stages.addresses().stages().stream()
                .flatMap(stage -> stage.routes().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** How many clients are connected. */
    public int connected() {
        return services.connections().size();
    }

    /** Closes what has been idle or open for too long. */
    void check() {
        var now = services.clock().millis();
        services.connections().all().forEach(connection -> connection.check(now));
        services.connections().forgetUnopened(now);
    }

    /** Closes every connection with 1001, calls {@code $disconnect} for each, and stops to listen. */
    @Override
    public void close() {
        services.connections().closeAll(CLOSING);
        server.close();
        backends.close();
        timer.close();
    }
}
