package io.edgesocket.components;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The CloudFront Function that takes a path's prefix off: {@code src/main/edge/path-prefix.js}, which the build puts on
 * the class path, with its table of prefixes filled in.
 */
final class PathFunction {
    private static final String SOURCE = "/edge/path-prefix.js";
    private static final String PLACEHOLDER = "/* prefixes */";

    private PathFunction() {}

    static String code(PathOrigins paths) {
        var table = paths.all().stream().map(PathFunction::row).collect(Collectors.joining(",\n", "\n", "\n"));
        return source().replace(PLACEHOLDER, table);
    }

    /** A prefix has no quote and no backslash in it: see {@link PathOrigin}. */
    private static String row(PathOrigin path) {
        return "  { path: '%s', keepsRest: %s }".formatted(path.prefix(), path.origin().takesPaths());
    }

    private static String source() {
        try (var source = PathFunction.class.getResourceAsStream(SOURCE)) {
            if (source == null) {
                throw new IllegalStateException(SOURCE + " is not on the class path: build with Maven");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
