package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.BEHAVIORS_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.PATHS_MAX;

import io.edgesocket.components.internal.Problems;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** The path-prefixed origins of one distribution, most specific first: CloudFront takes the first that matches. */
record PathOrigins(List<PathOrigin> all) {
    private static final Comparator<PathOrigin> MOST_SPECIFIC_FIRST = Comparator.comparing(
                    (PathOrigin path) -> path.prefix().length())
            .reversed()
            .thenComparing(PathOrigin::prefix);

    static final PathOrigins NONE = new PathOrigins(List.of());

    PathOrigins {
        all = all.stream().sorted(MOST_SPECIFIC_FIRST).toList();
    }

    PathOrigins and(String prefix, CdnOrigin origin) {
        return new PathOrigins(Stream.concat(all.stream(), Stream.of(new PathOrigin(prefix, origin)))
                .toList());
    }

    /** Those that are WebSocket APIs. */
    PathOrigins ofWebSockets() {
        return new PathOrigins(
                all.stream().filter(path -> path.origin().isWebSocket()).toList());
    }

    boolean areAny() {
        return !all.isEmpty();
    }

    void check(Problems problems, ForwardedHeaders forwarded) {
        problems.unless(
                all.size() <= PATHS_MAX,
                "paths",
                all.size() + " paths",
                "at most " + PATHS_MAX + ": each takes two of the " + BEHAVIORS_MAX
                        + " behaviors that a distribution may have");
        var seen = new HashSet<String>();
        for (var path : all) {
            path.check(problems, forwarded);
            problems.unless(seen.add(path.prefix()), path.property(), "given twice", "one origin for each prefix");
        }
    }
}
