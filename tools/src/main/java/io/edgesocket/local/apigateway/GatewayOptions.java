package io.edgesocket.local.apigateway;

import io.edgesocket.local.faults.Faults;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a developer may want otherwise than AWS has it.
 *
 * @param inOrder     whether a connection's next message waits for the answer to the one before. AWS promises no order:
 *                    it works on them side by side
 * @param idleTimeout after which a connection without frames is closed; AWS's is 10 minutes
 * @param maxDuration after which any connection is closed; AWS's is 2 hours
 * @param vpcLinks    addresses of this machine, or others that it reaches, which stand for what VPC links lead to; by the
 *                    links' names in the program, or their ids
 * @param services    addresses of what stands for services of AWS that integrations call, by the services' names in the
 *                    integrations' URIs, such as {@code sqs}
 * @param faults      what is to go wrong on purpose
 */
public record GatewayOptions(
        boolean inOrder,
        Duration idleTimeout,
        Duration maxDuration,
        Map<String, URI> vpcLinks,
        Map<String, URI> services,
        Faults faults) {
    /** As in AWS. */
    public static final GatewayOptions AWS = new GatewayOptions(false, Limits.IDLE, Limits.OPEN);

    public GatewayOptions {
        vpcLinks = Map.copyOf(vpcLinks);
        services = Map.copyOf(services);
    }

    /** All goes well. */
    public GatewayOptions(
            boolean inOrder,
            Duration idleTimeout,
            Duration maxDuration,
            Map<String, URI> vpcLinks,
            Map<String, URI> services) {
        this(inOrder, idleTimeout, maxDuration, vpcLinks, services, new Faults(List.of()));
    }

    /** Without an address for anything that is not on this machine. */
    public GatewayOptions(boolean inOrder, Duration idleTimeout, Duration maxDuration) {
        this(inOrder, idleTimeout, maxDuration, Map.of(), Map.of());
    }

    /** The same, with an address for one more service. */
    public GatewayOptions withService(String service, URI address) {
        var more = new HashMap<>(services);
        more.put(service, address);
        return new GatewayOptions(inOrder, idleTimeout, maxDuration, vpcLinks, more, faults);
    }
}
