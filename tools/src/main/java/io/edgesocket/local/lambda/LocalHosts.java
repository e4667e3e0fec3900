package io.edgesocket.local.lambda;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Host names of AWS that lead functions to this machine: those of the stack's own APIs. A function that calls
 * {@code https://<event.requestContext.domainName>/<stage>/@connections/…} comes here, and nothing goes to AWS.
 *
 * @param http  where each of them is served without TLS, by host name in lower case
 * @param https where all of them are served with TLS; from the first time on that it is asked for
 */
public record LocalHosts(Map<String, URI> http, Supplier<Https> https) {
    public static final LocalHosts NONE = new LocalHosts(Map.of(), () -> new Https(0, ""));

    public LocalHosts {
        http = Map.copyOf(http);
    }

    /**
     * On 127.0.0.1.
     *
     * @param certificate what the port shows, in PEM; it is made for this run, and is valid for these names
     */
    public record Https(int port, String certificate) {}
}
