package io.edgesocket.components.api;

import io.edgesocket.components.internal.Sha256;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of routes, and how children are named after them. */
final class RouteKeys {
    static final String CONNECT = "$connect";
    static final String DISCONNECT = "$disconnect";
    static final String DEFAULT = "$default";
    static final Set<String> PREDEFINED = Set.of(CONNECT, DISCONNECT, DEFAULT);

    private static final int READABLE_MAX = 32;
    private static final int LISTED_MAX = 20;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]+");
    /** Names that other things have: predefined routes, digests, functions, authorizers. */
    private static final Pattern TAKEN =
            Pattern.compile("connect|disconnect|default|.*-([0-9a-f]{8}|function|authorizer)");

    private RouteKeys() {}

    /**
     * Names a route in the names of resources. No two keys have the same name, and a key's name doesn't depend on what
     * other routes there are. Most keys are their own name; {@code a/b} is {@code a-b-} and a digest.
     */
    static String readable(String key) {
        if (PREDEFINED.contains(key)) {
            return key.substring(1);
        }
        var safe = UNSAFE.matcher(key).replaceAll("-");
        var isOwnName = safe.equals(key)
                && key.length() <= READABLE_MAX
                && !TAKEN.matcher(key).matches();
        return isOwnName ? key : shortened(safe) + "-" + Sha256.hex(key, Sha256.SHORT);
    }

    /** For a message: all of them, unless they are many. */
    static String listed(Set<String> keys) {
        var first = keys.stream().sorted().limit(LISTED_MAX).collect(Collectors.joining(", "));
        return keys.size() > LISTED_MAX ? first + ", …" : first;
    }

    private static String shortened(String safe) {
        return safe.length() <= READABLE_MAX ? safe : safe.substring(0, READABLE_MAX);
    }
}
