package io.edgesocket.local;

import io.edgesocket.engine.Registrations;
import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.apigateway.ForcedEnds;
import io.edgesocket.local.apigateway.Gateway;
import io.edgesocket.local.apigateway.ServedStage;
import io.edgesocket.local.cloudfront.Edge;
import io.edgesocket.local.cloudfront.ServedDistribution;
import io.edgesocket.local.cloudfront.StackApis;
import io.edgesocket.local.cloudfront.StackCode;
import io.edgesocket.local.dynamodb.RegisteredTables;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.Functions;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.local.tls.DevelopmentCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A stack that is being played: CloudFront on one port, API Gateway on another, the functions behind. */
public final class LocalRun implements AutoCloseable {
    private final Shutdown shutdown;
    private final StackTables tables;
    private final LocalEndpoints endpoints;
    private final Functions functions;
    private final Gateway gateway;
    private final Edge edge;
    private final Optional<DevelopmentCertificate> tls;
    private PlayedStack stack;
    private StackCode edgeCode;
    private boolean closed;

    private LocalRun(
            PlayedStack stack,
            Shutdown shutdown,
            StackTables tables,
            LocalEndpoints endpoints,
            Functions functions,
            Gateway gateway,
            StackCode edgeCode,
            Edge edge,
            Optional<DevelopmentCertificate> tls) {
        this.stack = stack;
        this.shutdown = shutdown;
        this.tables = tables;
        this.endpoints = endpoints;
        this.functions = functions;
        this.gateway = gateway;
        this.edgeCode = edgeCode;
        this.edge = edge;
        this.tls = tls;
    }

    /**
     * Where a stack is played.
     *
     * @param edgePort    of CloudFront; 0 for any that is free
     * @param gatewayPort of API Gateway; 0 for any that is free
     * @param allowed     names under which it may be called, and whose pages may call it, besides the stack's own and
     *                    {@code localhost}; without effect on an address that other machines can reach
     * @param tls         what CloudFront shows; empty if it listens without TLS
     */
    public record Place(
            InetAddress address,
            int edgePort,
            int gatewayPort,
            Set<String> allowed,
            Optional<DevelopmentCertificate> tls) {
        public Place {
            allowed = Set.copyOf(allowed);
        }

        /** Without TLS. */
        public Place(InetAddress address, int edgePort, int gatewayPort, Set<String> allowed) {
            this(address, edgePort, gatewayPort, allowed, Optional.empty());
        }

        public Place(InetAddress address, int edgePort, int gatewayPort) {
            this(address, edgePort, gatewayPort, Set.of());
        }

        AllowedHosts hosts() {
            return AllowedHosts.on(address).and(allowed);
        }

        InetSocketAddress edge() {
            return new InetSocketAddress(address, edgePort);
        }

        InetSocketAddress gateway() {
            return new InetSocketAddress(address, gatewayPort);
        }
    }

    /**
     * Starts to listen.
     *
     * @param projectFolder where the paths of files start
     * @param log           takes what the functions print
     * @throws PortTakenException    if a port is taken; nothing is left running then
     * @throws RefusedStackException if there is no distribution to play, or one that AWS would refuse; nothing is left
     *                               running then
     */
    public static LocalRun start(
            Registrations registrations, Path projectFolder, Place place, Journal journal, FunctionLog log) {
        return start(registrations, projectFolder, place, LocalOptions.NONE, journal, log);
    }

    /** Starts to listen, with what a developer wants otherwise than AWS has it. */
    public static LocalRun start(
            Registrations registrations,
            Path projectFolder,
            Place place,
            LocalOptions options,
            Journal journal,
            FunctionLog log) {
        var stack = PlayedStack.of(registrations);
        var shutdown = new Shutdown();
        var registeredTables = RegisteredTables.of(stack);
        var tables = shutdown.add(
                0, () -> StackTables.start(registeredTables, options.gateway().services()));
        var gatewayOptions = tables.address()
                .map(there -> options.gateway().withService(StackTables.SERVICE, there))
                .orElse(options.gateway());
        var endpoints = new LocalEndpoints(options.variables(), tables.address(), registeredTables);
        var functions = shutdown.add(Functions.of(stack, projectFolder, endpoints, log, journal, options.functions()));
        var gateway = shutdown.add(
                place.gatewayPort(),
                () -> Gateway.start(
                        stack,
                        functions::byArn,
                        functions.frozen(),
                        journal,
                        Clock.systemUTC(),
                        gatewayOptions,
                        place.gateway(),
                        place.hosts()));
        endpoints.of(gateway);
        var edgeCode = shutdown.add(
                new StackCode(stack, functions::byArn, log, options.gateway().faults()));
        var edge = shutdown.add(
                place.edgePort(),
                () -> Edge.start(
                        stack,
                        StackApis.of(stack, gateway),
                        edgeCode,
                        journal,
                        Clock.systemUTC(),
                        place.edge(),
                        place.hosts(),
                        place.tls(),
                        options.edge().in(projectFolder)));
        return new LocalRun(stack, shutdown, tables, endpoints, functions, gateway, edgeCode, edge, place.tls());
    }

    /**
     * Takes up the stack after a change of its program or settings. Connections stay: their next messages find the new
     * routes and functions, and the next handshakes the new distributions. Functions that stay as they are keep their
     * environments.
     *
     * @return what has changed
     * @throws RefusedStackException if it can't take the place of the present one, which is played on then: its APIs or
     *                               stages are other ones, or it has its first table now, or it has no distribution, or one
     *                               that AWS would refuse
     */
    public synchronized StackChanges take(Registrations registrations) {
        var next = PlayedStack.of(registrations);
        var changes = StackChanges.between(stack, next);
        if (changes.isEmpty() || closed) {
            return StackChanges.NONE;
        }
        var nextTables = RegisteredTables.of(next);
        tables.check(nextTables);
        var nextFunctions = functions.next(next);
        var nextStages = gateway.next(next, nextFunctions::byArn);
        var nextCode = edgeCode.next(next, nextFunctions::byArn);
        Runnable nextDistributions;
        try {
            nextDistributions = edge.next(next, nextCode);
        } catch (RuntimeException refused) {
            nextCode.discard();
            throw refused;
        }
        tables.take(nextTables);
        endpoints.take(nextTables);
        nextFunctions.take();
        nextStages.run();
        nextDistributions.run();
        nextCode.take();
        edgeCode = nextCode;
        stack = next;
        return changes;
    }

    /** Starts the functions ahead of the first message, without waiting for them. */
    public void warmUp() {
        functions.warmUp();
    }

    /**
     * Changes the functions' code on disk: the next calls find it so. A change is noticed without this too, but later, and calls
     * may find half of it.
     */
    public void changeCode(Runnable change) {
        functions.changeCode(change);
    }

    /** The next call of a function of this name is a cold start; false if none of the name is played. */
    public boolean coldStart(String function) {
        return functions.coldStart(function);
    }

    /** Ends connections before their time. */
    public ForcedEnds ends() {
        return gateway.ends();
    }

    public List<String> routeKeys() {
        return gateway.routeKeys();
    }

    /** The Lambda@Edge functions, by their names in the program. */
    public synchronized List<String> edgeFunctions() {
        return edgeCode.lambdaNames();
    }

    public List<ServedStage> stages() {
        return gateway.stages();
    }

    /** Where CloudFront's viewers connect: {@code ws://127.0.0.1:8080}, or {@code wss://} with TLS. */
    public URI edge() {
        return edge.address();
    }

    /** The same with a path that leads to a WebSocket: the root of a distribution may be a site. */
    public URI socket() {
        return URI.create(edge() + distributions().get(0).socketPath());
    }

    public int edgePort() {
        return edge.port();
    }

    /** What CloudFront shows; empty if it listens without TLS. */
    public Optional<DevelopmentCertificate> tls() {
        return tls;
    }

    public List<ServedDistribution> distributions() {
        return edge.distributions();
    }

    public Collection<LocalFunction> functions() {
        return functions.all();
    }

    /** Where handlers find an AWS SDK that they have not, a line for each language. */
    public List<String> sdks() {
        return functions.sdks();
    }

    /** Where the stack's tables are; empty if it has none. */
    public Optional<ServedTables> tables() {
        return tables.served();
    }

    /** What is registered but not played, a line each, which begins with the resource's name. */
    public synchronized List<String> notPlayed() {
        return NotPlayed.of(
                stack,
                resource -> edge.playsBucket(resource) || RegisteredTables.isTable(resource),
                functions.all(),
                Stream.concat(tables.notPlayed().stream(), gateway.notPlayed().stream())
                        .toList(),
                edge.notPlayed());
    }

    /**
     * Closes every connection with 1001, ends every function, and stops to listen. API Gateway closes first: it
     * still has to send close frames through CloudFront, and to call {@code $disconnect}.
     */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            gateway.close();
        } finally {
            try {
                edgeCode.close();
            } finally {
                shutdown.close();
            }
        }
    }
}
