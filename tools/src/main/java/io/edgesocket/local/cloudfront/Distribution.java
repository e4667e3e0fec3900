package io.edgesocket.local.cloudfront;

import io.edgesocket.local.stack.PlayedResource;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.util.HostPort;

/**
 * A distribution, ready for requests.
 *
 * @param hosts     its own domain name, then its aliases, which may begin with {@code *.}
 * @param behaviors in their order, the default last
 */
record Distribution(String name, List<String> hosts, List<Behavior> behaviors) {
    Distribution {
        hosts = List.copyOf(hosts);
        behaviors = List.copyOf(behaviors);
    }

    static String domainName(PlayedResource distribution) {
        return distribution.id() + ".cloudfront.net";
    }

    boolean isCalled(String host) {
        var name = new HostPort(host).getHost().toLowerCase(Locale.ROOT);
        return hosts.stream()
                .anyMatch(called -> called.startsWith("*.")
                        ? name.substring(name.indexOf('.') + 1).equals(called.substring(2))
                        : name.equals(called));
    }

    /** The first behavior whose pattern matches. A path that a function changes later doesn't select again. */
    Behavior behavior(String path) {
        return behaviors.stream()
                .filter(behavior -> behavior.pattern().matches(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the default behavior is for every path"));
    }

    ServedDistribution served() {
        return new ServedDistribution(
                name,
                hosts,
                behaviors.stream().map(behavior -> behavior.pattern().text()).toList());
    }
}
