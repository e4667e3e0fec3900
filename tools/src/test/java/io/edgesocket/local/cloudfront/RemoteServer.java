package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;

/** A server somewhere: it sends WebSocket messages back, answers a GET with a page, and {@code /hangs} never. */
final class RemoteServer implements AutoCloseable {
    final BlockingQueue<HttpFields> arrived = new LinkedBlockingQueue<>();
    final AtomicLong flooded = new AtomicLong();
    private final ServerConnector connector;

    private RemoteServer(ServerConnector connector, Server server) {
        this.connector = connector;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answers());
        LifeCycle.start(server);
    }

    static RemoteServer plain() {
        var server = new Server();
        return new RemoteServer(new ServerConnector(server, 1, 1), server);
    }

    /** With a certificate, made just now, for a host name. */
    static RemoteServer withCertificateFor(Certificate certificate) {
        var tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.file().toString());
        tls.setKeyStorePassword(Certificate.PASSWORD);
        tls.setSniRequired(false);
        var server = new Server();
        return new RemoteServer(
                new ServerConnector(
                        server,
                        1,
                        1,
                        AbstractConnectionFactory.getFactories(
                                tls, new HttpConnectionFactory(new HttpConfiguration()))),
                server);
    }

    int port() {
        return connector.getLocalPort();
    }

    HttpFields headers() throws InterruptedException {
        return arrived.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        LifeCycle.stop(connector.getServer());
    }

    private final class Answers extends Handler.Abstract {
        private final WebSocketMappings sockets = new WebSocketMappings();

        Answers() {
            installBean(sockets.getWebSocketComponents());
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            arrived.add(request.getHeaders());
            var path = request.getHttpURI().getPath();
            if (path.endsWith("/hangs")) {
                return true;
            }
            if (path.endsWith("/flood")) {
                return sockets.upgrade((r, s, c) -> new Flood(flooded), request, response, callback, null);
            }
            if (sockets.upgrade(
                    (r, s, c) -> {
                        r.getSubProtocols().stream().findFirst().ifPresent(s::setAcceptedSubProtocol);
                        return new EchoFrames();
                    },
                    request,
                    response,
                    callback,
                    null)) {
                return true;
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
            Content.Sink.write(
                    response,
                    true,
                    request.getMethod() + " " + request.getHttpURI().getPathQuery() + " "
                            + Content.Source.asStringAsync(request, UTF_8).join(),
                    callback);
            return true;
        }
    }
}
