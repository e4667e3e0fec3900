package io.edgesocket.local.cloudfront;

import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import io.edgesocket.local.stack.RefusedStackException;
import io.edgesocket.local.tls.DevelopmentCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;

/** CloudFront on localhost: every distribution of a stack, on one port. */
public final class Edge implements AutoCloseable {
    private static final Duration LOOK_PERIOD = Duration.ofSeconds(5);

    private final EdgeServer server;
    private final EdgeHandler handler;
    private final AllowedHosts hosts;
    private final EdgeOptions options;
    private final IdleWatch watch;

    private Edge(EdgeServer server, EdgeHandler handler, AllowedHosts hosts, EdgeOptions options, IdleWatch watch) {
        this.options = options;
        this.server = server;
        this.handler = handler;
        this.hosts = hosts;
        this.watch = watch;
    }

    /** Whether a resource is CloudFront's, and so is played here or named by {@link #notPlayed}. */
    public static boolean isOfCloudFront(PlayedResource resource) {
        return resource.type().startsWith("aws:cloudfront/");
    }

    /**
     * Starts to listen, and lets everybody call.
     *
     * @param clock tells when an origin has been silent for too long
     * @param bind  port 0 for any that is free
     * @throws IOException           if the port is taken
     * @throws RefusedStackException if the stack has no distribution, or one that AWS wouldn't take
     */
    public static Edge start(
            PlayedStack stack,
            StackApis apis,
            EdgeFunctions functions,
            Journal journal,
            Clock clock,
            InetSocketAddress bind)
            throws IOException {
        return start(
                stack, apis, functions, journal, clock, bind, AllowedHosts.ALL, Optional.empty(), EdgeOptions.NONE);
    }

    /**
     * Starts to listen, with what a developer wants otherwise than AWS has it.
     *
     * @param hosts   under which names it may be called, besides those of its distributions
     * @param tls     what it shows if it listens with TLS
     * @param options where on this machine is what the origins have at AWS
     */
    public static Edge start(
            PlayedStack stack,
            StackApis apis,
            EdgeFunctions functions,
            Journal journal,
            Clock clock,
            InetSocketAddress bind,
            AllowedHosts hosts,
            Optional<DevelopmentCertificate> tls,
            EdgeOptions options)
            throws IOException {
        return start(stack, apis, functions, journal, clock, bind, hosts, tls, options, new SslContextFactory.Client());
    }

    /** @param trust whose certificates an origin may have */
    static Edge start(
            PlayedStack stack,
            StackApis apis,
            EdgeFunctions functions,
            Journal journal,
            Clock clock,
            InetSocketAddress bind,
            AllowedHosts hosts,
            Optional<DevelopmentCertificate> tls,
            EdgeOptions options,
            SslContextFactory.Client trust)
            throws IOException {
        var deployed = DeployedDistributions.of(stack, functions, hosts, options);
        var watch = new IdleWatch(journal, clock);
        var server = new EdgeServer(bind, tls, trust);
        var origins = new Origins(new ApiOrigin(apis), new RemoteOrigin(server.originClients()));
        var exchanges = new EdgeExchanges(new WebSocketMappings(), watch, journal, clock);
        var handler = new EdgeHandler(deployed, origins, exchanges);
        server.start(handler, new UnreadableRequests(exchanges));
        server.every(LOOK_PERIOD, watch::look);
        return new Edge(server, handler, hosts, options, watch);
    }

    /**
     * Reads the stack after a change. Nothing happens yet. Connections stay, and handshakes from then on go through the
     * new distributions.
     *
     * @return what has them deployed
     * @throws RefusedStackException if the stack has no distribution, or one that AWS wouldn't take
     */
    public Runnable next(PlayedStack stack, EdgeFunctions functions) {
        var next = DeployedDistributions.of(stack, functions, hosts, options);
        return () -> handler.deploy(next);
    }

    /** Cuts the connections whose origin has been silent for too long: done every few seconds, and by tests. */
    void look() {
        watch.look();
    }

    public int port() {
        return server.port();
    }

    /** Where viewers connect: {@code ws://127.0.0.1:8080}, or {@code wss://} with TLS. */
    public URI address() {
        return server.address();
    }

    /** What can be connected to: each distribution with its path patterns. */
    public List<ServedDistribution> distributions() {
        return handler.served();
    }

    /** Whether a resource is a bucket that is played here, or belongs to one. */
    public boolean playsBucket(PlayedResource resource) {
        return handler.deployed().buckets().plays(resource);
    }

    /** What is registered of CloudFront, but not played: a line each, which begins with the resource's name. */
    public List<String> notPlayed() {
        return handler.deployed().notPlayed();
    }

    /** Cuts the connections and stops to listen. Those to an API of the stack end well if that is closed before. */
    @Override
    public void close() {
        server.close();
    }
}
