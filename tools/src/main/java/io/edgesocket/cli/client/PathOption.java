package io.edgesocket.cli.client;

import io.edgesocket.cli.call.UsageException;
import io.edgesocket.probe.PathId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code --path}: further paths with a WebSocket. */
final class PathOption {
    /** Without a query, which may hold a token, and a fragment, which RFC 6455 (3) forbids. */
    private static final Pattern PATH = Pattern.compile("/?[^?#\\s]*");

    private PathOption() {}

    /**
     * Each once.
     *
     * @param planned the stack's
     * @param written as the user wrote them
     * @throws UsageException if one is no path, or if two checks would have one id, which stands for one check in each output
     */
    static List<String> of(List<String> planned, List<String> written) {
        var paths = Stream.concat(planned.stream(), written.stream().map(PathOption::path))
                .distinct()
                .toList();
        var byId = new HashMap<>(Map.of(PathId.UNKNOWN, "of an unknown path"));
        for (var path : paths) {
            var other = byId.putIfAbsent(PathId.of(path), "of the path " + path);
            if (other != null) {
                throw new UsageException("the check of the path " + path + " would be " + PathId.of(path)
                        + ", as the check " + other + " is: give one of the two as the address itself");
            }
        }
        return paths;
    }

    private static String path(String written) {
        if (PATH.matcher(written).matches()) {
            try {
                return new URI(written.startsWith("/") ? written : "/" + written).toASCIIString();
            } catch (URISyntaxException noPath) {
                // told below
            }
        }
        throw new UsageException(
                "--path " + written.replaceFirst("(?s)\\?.*", "?…") + ": give a path alone, such as /orders");
    }
}
