package io.edgesocket.local.apigateway.integration;

import org.eclipse.jetty.client.HttpClient;

/** The client of all HTTP integrations; started when the first one is called. */
public final class HttpBackends implements AutoCloseable {
    private HttpClient client;

    synchronized HttpClient client() {
        if (client == null) {
            client = started();
        }
        return client;
    }

    /** API Gateway follows no redirects. */
    private static HttpClient started() {
        var client = new HttpClient();
        client.setFollowRedirects(false);
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not start", e);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            org.eclipse.jetty.util.component.LifeCycle.stop(client);
        }
    }
}
