package io.edgesocket.local.cloudfront;

import java.util.List;

/**
 * A distribution that can be connected to.
 *
 * @param hosts its names; a request that asks for none of them is for the first distribution
 * @param paths its path patterns in their order, the default {@code *} last
 */
public record ServedDistribution(String name, List<String> hosts, List<String> paths) {
    public ServedDistribution {
        hosts = List.copyOf(hosts);
        paths = List.copyOf(paths);
    }
}
