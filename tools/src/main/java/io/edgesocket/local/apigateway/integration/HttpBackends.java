package io.edgesocket.local.apigateway.integration;

import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.client.HttpClient;

/** The client of all HTTP integrations; started when the first one is called. */
public final class HttpBackends implements AutoCloseable {
    private final Map<String, URI> vpcLinks;
    private final Map<String, URI> services;
    private HttpClient client;

    /**
     * @param vpcLinks what stands for that which VPC links lead to, as in {@code GatewayOptions}
     * @param services what stands for services of AWS, as there
     */
    public HttpBackends(Map<String, URI> vpcLinks, Map<String, URI> services) {
        this.vpcLinks = Map.copyOf(vpcLinks);
        this.services = Map.copyOf(services);
    }

    Map<String, URI> services() {
        return services;
    }

    Map<String, URI> vpcLinks() {
        return vpcLinks;
    }

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
