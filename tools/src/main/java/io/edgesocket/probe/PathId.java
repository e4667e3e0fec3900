package io.edgesocket.probe;

/** The ids of checks of paths. They are the same in each version, and two paths may have one: {@code /a/b} and {@code /a-b}. */
public final class PathId {
    /** Of the check that no WebSocket is at a path which nobody has given. */
    public static final String UNKNOWN = "paths.unknown";

    private PathId() {}

    /** {@code paths.orders} for {@code /orders/}. */
    public static String of(String path) {
        var name = path.replaceAll("^/+|/+$", "").replace('/', '-');
        return "paths." + (name.isEmpty() ? "root" : name);
    }
}
