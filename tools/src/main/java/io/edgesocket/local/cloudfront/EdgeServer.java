package io.edgesocket.local.cloudfront;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server of the edge. It leaves paths as they were sent, and reads requests that are too long for CloudFront,
 * so that the edge can refuse them.
 */
final class EdgeServer implements AutoCloseable {
    private static final int HEADERS_MAX = 64 * 1024;
    private static final int BACKLOG = 1024;
    private static final long IDLE_MILLIS = 60_000;

    private final Server server = new Server(new QueuedThreadPool());
    private final NonBlockingConnector connector;
    private final OriginClients originClients;

    EdgeServer(InetSocketAddress bind, SslContextFactory.Client trust) {
        this.connector = new NonBlockingConnector(server, new HttpConnectionFactory(http()));
        this.originClients = new OriginClients(server.getThreadPool(), trust);
        connector.setHost(bind.getAddress().getHostAddress());
        connector.setPort(bind.getPort());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
    }

    OriginClients originClients() {
        return originClients;
    }

    /**
     * @param unreadable answers in the place of Jetty's own page
     * @throws IOException if the port is taken
     */
    void start(Handler handler, Request.Handler unreadable) throws IOException {
        server.setHandler(handler);
        server.setErrorHandler(unreadable);
        connector.open();
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("the edge doesn't start: " + e.getMessage(), e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** What stands between {@code ws://} and the path. */
    String authority() {
        return HostPort.normalizeHost(connector.getHost()) + ":" + port();
    }

    /** Runs a task again and again, until the server is closed. */
    void every(Duration period, Runnable task) {
        connector
                .getScheduler()
                .schedule(
                        () -> {
                            try {
                                task.run();
                            } finally { // one failure must not end it
                                every(period, task);
                            }
                        },
                        period.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        originClients.close(); // first: it runs on the threads of the server
        LifeCycle.stop(server);
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADERS_MAX);
        http.setUriCompliance(UriCompliance.UNSAFE); // its checks are for file servers; here a path is passed on
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        return http;
    }
}
