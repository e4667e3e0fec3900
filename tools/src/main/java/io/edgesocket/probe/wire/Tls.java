package io.edgesocket.probe.wire;

import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * How TLS is spoken.
 *
 * @param trust       who is trusted
 * @param checksName  whether the certificate must be for the host
 * @param protocols   the versions that are offered; empty for what Java offers
 * @param application what is offered by ALPN; WebSockets need {@code http/1.1}
 */
public record Tls(SSLContext trust, boolean checksName, List<String> protocols, List<String> application) {
    public Tls {
        protocols = List.copyOf(protocols);
        application = List.copyOf(application);
    }

    /** As a browser does for a WebSocket. */
    public static Tls of(SSLContext trust) {
        return new Tls(trust, true, List.of(), List.of("http/1.1"));
    }

    /** Whatever host the certificate is for. */
    public Tls forAnyName() {
        return new Tls(trust, false, protocols, application);
    }

    /** With this version alone. */
    public Tls only(String protocol) {
        return new Tls(trust, checksName, List.of(protocol), application);
    }

    /** With others who are trusted. */
    public Tls trusting(SSLContext others) {
        return new Tls(others, checksName, protocols, application);
    }

    void apply(SSLParameters parameters) {
        if (checksName) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (!protocols.isEmpty()) {
            parameters.setProtocols(protocols.toArray(String[]::new));
        }
        parameters.setApplicationProtocols(application.toArray(String[]::new));
    }
}
