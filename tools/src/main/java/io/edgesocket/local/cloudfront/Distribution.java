package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.NearestMiss;
import io.edgesocket.local.stack.PlayedResource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** The pattern that a path is almost for, where none but the default behavior's is. */
    Optional<String> nearest(String path, Behavior matched) {
        if (behaviors.size() == 1 || !matched.equals(behaviors.get(behaviors.size() - 1))) {
            return Optional.empty();
        }
        var patterns = behaviors.stream()
                .limit(behaviors.size() - 1L)
                .map(behavior -> behavior.pattern().text())
                .toList();
        return patterns.stream()
                .filter(pattern -> NearestMiss.of(path, List.of(pattern.replaceAll("/?\\*$", "")))
                        .isPresent())
                .findFirst()
                .or(() -> NearestMiss.of(path, patterns));
    }

    /** @param isApi whether an origin is a WebSocket API of the stack */
    ServedDistribution served(Predicate<OriginTarget> isApi) {
        return new ServedDistribution(
                name, hosts, patterns(behavior -> true), patterns(behavior -> isApi.test(behavior.origin())));
    }

    private List<String> patterns(Predicate<Behavior> which) {
        return behaviors.stream()
                .filter(which)
                .map(behavior -> behavior.pattern().text())
                .toList();
    }
}
