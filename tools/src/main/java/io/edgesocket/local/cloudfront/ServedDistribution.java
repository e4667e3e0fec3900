package io.edgesocket.local.cloudfront;

import java.util.Comparator;
import java.util.List;

/**
 * A distribution that can be connected to.
 *
 * @param hosts its names; a request that asks for none of them is for the first distribution
 * @param paths its path patterns in their order, the default {@code *} last
 * @param sockets those of them behind which is a WebSocket API of the stack
 */
public record ServedDistribution(String name, List<String> hosts, List<String> paths, List<String> sockets) {
    public ServedDistribution {
        hosts = List.copyOf(hosts);
        paths = List.copyOf(paths);
        sockets = List.copyOf(sockets);
    }

    /** A path to connect to, such as {@code /ws}; empty if that is the root, or if no WebSocket API is known. */
    public String socketPath() {
        return sockets.stream()
                .map(pattern -> pattern.replace("*", "").replace('?', '-'))
                .min(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
