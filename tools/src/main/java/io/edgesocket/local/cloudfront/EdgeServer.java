package io.edgesocket.local.cloudfront;

import io.edgesocket.local.tls.DevelopmentCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
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
    private final boolean tls;
    private final OneThreadConnector connector;
    private final OriginClients originClients;

    /** @param certificate to listen with TLS; empty to listen without */
    EdgeServer(InetSocketAddress bind, Optional<DevelopmentCertificate> certificate, SslContextFactory.Client trust) {
        this.tls = certificate.isPresent();
        this.connector = new OneThreadConnector(server, protocols(certificate));
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

    /** {@code ws://127.0.0.1:8080}, or {@code wss://} with TLS. */
    URI address() {
        return URI.create((tls ? "wss://" : "ws://") + HostPort.normalizeHost(connector.getHost()) + ":" + port());
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

    private static ConnectionFactory[] protocols(Optional<DevelopmentCertificate> certificate) {
        var http = new HttpConnectionFactory(http());
        if (certificate.isEmpty()) {
            return new ConnectionFactory[] {http};
        }
        // Without a check of the host name: which names may be called is decided later, for all ports in the same way.
        http.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
        var tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.get().keyStore().toString());
        tls.setKeyStorePassword(DevelopmentCertificate.PASSWORD);
        return new ConnectionFactory[] {new SslConnectionFactory(tls, http.getProtocol()), http};
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
