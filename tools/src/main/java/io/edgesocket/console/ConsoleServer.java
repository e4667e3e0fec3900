package io.edgesocket.console;

import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the console on this machine alone. */
public final class ConsoleServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 18;
    private static final int THREADS_MAX = 8;
    /** Jetty tells when it starts and stops. Held in a field: a logger without a strong reference loses its level. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    static {
        JETTY.setLevel(Level.SEVERE);
    }

    private final Server server;
    private final ServerConnector connector;
    private final Pages pages;
    private final String token;
    private final ConsoleHandler handler;

    private ConsoleServer(Server server, ServerConnector connector, Pages pages, String token, ConsoleHandler handler) {
        this.server = server;
        this.connector = connector;
        this.pages = pages;
        this.token = token;
        this.handler = handler;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static ConsoleServer open(int port, Events events) throws IOException {
        return open(port, events, newToken());
    }

    static ConsoleServer open(int port, Events events, String token) throws IOException {
        var threads = new QueuedThreadPool(THREADS_MAX, 1);
        threads.setDaemon(true);
        threads.setName("console");
        var server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        connector.open();
        var pages = new Pages(events);
        var handler = new ConsoleHandler(token, events, pages);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            LifeCycle.stop(server);
            throw new IOException("the console does not start", e);
        }
        return new ConsoleServer(server, connector, pages, token, handler);
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /**
     * What to open in a browser. The token stands behind {@code #}: browsers keep that part to the page, so it is in no
     * request line, no {@code Referer} and no log.
     */
    public String address() {
        return "http://" + connector.getHost() + ":" + connector.getLocalPort() + "/#" + token;
    }

    /** From now on, pages can have something done. Before, and without, they are told that there is nothing to do it. */
    public void control(Control control) {
        handler.control(control);
    }

    @Override
    public void close() {
        pages.close();
        LifeCycle.stop(server);
    }
}
