package io.edgesocket.local.apigateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** Listens on the port. */
final class GatewayServer implements AutoCloseable {
    /** Bytes of a request line and its headers. */
    private static final int HEADERS_MAX = 64 * 1024;

    /**
     * Jetty tells when it starts and stops, and shows what clients send as it came. Here, the journal tells what matters.
     * Held in a field: a logger without a strong reference loses its level.
     */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    static {
        JETTY.setLevel(Level.SEVERE);
    }

    private final Server server;
    private final ServerConnector connector;

    private GatewayServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** @throws IOException if the port is taken */
    static GatewayServer open(
            InetSocketAddress bind, Function<WebSocketComponents, Handler> handler, Request.Handler unreadable)
            throws IOException {
        var threads = new QueuedThreadPool();
        threads.setDaemon(true);
        var server = new Server(threads);
        var connector = connector(server, bind);
        var components = WebSocketServerComponents.ensureWebSocketComponents(server);
        server.setHandler(handler.apply(components));
        server.setErrorHandler(unreadable);
        connector.open();
        threads.setName("gateway-" + connector.getLocalPort());
        start(server);
        return new GatewayServer(server, connector);
    }

    private static ServerConnector connector(Server server, InetSocketAddress bind) {
        var connector = new ServerConnector(server, http());
        connector.setHost(bind.getHostString());
        connector.setPort(bind.getPort());
        server.addConnector(connector);
        return connector;
    }

    private static HttpConnectionFactory http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADERS_MAX);
        http.setUriCompliance(UriCompliance.UNSAFE); // its checks are for file servers; here a path names a stage
        return new HttpConnectionFactory(http);
    }

    /**
     * Listens on another port too, with TLS, on this machine alone.
     *
     * @return the port
     */
    int listenWithTls(SelfSignedCertificate certificate) {
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(certificate.keyStore());
        tls.setKeyStorePassword("");
        var http = http();
        // Without a check of the host name: some functions' connections name this machine.
        http.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
        var secure = new ServerConnector(server, tls, http);
        secure.setHost("127.0.0.1");
        server.addConnector(secure);
        try {
            secure.start();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway does not listen with TLS", e);
        }
        return secure.getLocalPort();
    }

    private static void start(Server server) throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            LifeCycle.stop(server);
            throw new IOException("the gateway does not start", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** What stands between {@code ws://} and the path. */
    String authority() {
        return HostPort.normalizeHost(connector.getHost()) + ":" + port();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
