package io.edgesocket.local.cloudfront;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where on this machine is what the distributions' origins have at AWS.
 *
 * @param projectFolder where the paths of the stack's files start
 * @param sites         folders with the files of buckets, by the bucket's name or its resource's
 * @param origins       addresses that are called in the place of origins, by the origin's id, a path of {@code
 *                      WebSocketCdnArgs}, or its domain name: scheme, host and port
 */
public record EdgeOptions(Path projectFolder, Map<String, Path> sites, Map<String, URI> origins) {
    /** All as AWS has it, files from the present folder. */
    public static final EdgeOptions NONE = new EdgeOptions(Path.of(""), Map.of(), Map.of());

    public EdgeOptions {
        sites = Map.copyOf(sites);
        origins = Map.copyOf(origins);
    }

    /** With another folder of the project. */
    public EdgeOptions in(Path folder) {
        return new EdgeOptions(folder, sites, origins);
    }
}
