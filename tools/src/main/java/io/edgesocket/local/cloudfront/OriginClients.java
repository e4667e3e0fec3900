package io.edgesocket.local.cloudfront;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The HTTP clients for origins: one for each connection timeout, started when it is first needed. */
final class OriginClients implements AutoCloseable {
    private static final int REQUEST_BUFFER = 32 * 1024;

    private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();
    private final Executor executor;
    private final SslContextFactory.Client trust;

    /** @param trust whose certificates are accepted; their names are checked against the origin's */
    OriginClients(Executor executor, SslContextFactory.Client trust) {
        this.executor = executor;
        this.trust = trust;
    }

    HttpClient forConnectionTimeout(Duration timeout) {
        return clients.computeIfAbsent(timeout, this::start);
    }

    private HttpClient start(Duration connectionTimeout) {
        var connector = new ClientConnector();
        connector.setSslContextFactory(trust);
        connector.setConnectTimeout(connectionTimeout);
        var client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(executor);
        client.setConnectTimeout(connectionTimeout.toMillis());
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setRequestBufferSize(REQUEST_BUFFER);
        client.setDefaultRequestContentType(null);
        LifeCycle.start(client);
        client.getContentDecoderFactories().clear();
        return client;
    }

    @Override
    public void close() {
        clients.values().forEach(client -> LifeCycle.stop(client));
    }
}
