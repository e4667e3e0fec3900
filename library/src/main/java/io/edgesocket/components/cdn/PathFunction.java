package io.edgesocket.components.cdn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * The CloudFront Function that takes a path's prefix off: {@code path-prefix.js}, with its table of
 * prefixes filled in. An event takes one function, so a user's own is put before it:
 * {@code before-path-prefix.js} calls both.
 */
final class PathFunction {
    private static final String SOURCE = "path-prefix.js";
    private static final String PLACEHOLDER = "/* prefixes */";
    private static final String WITH_ANOTHER = "before-path-prefix.js";

    private PathFunction() {}

    static String code(PathOrigins paths) {
        var table = paths.all().stream().map(PathFunction::row).collect(Collectors.joining(",\n", "\n", "\n"));
        return source(SOURCE).replace(PLACEHOLDER, table);
    }

    /** The same after another function, which sees the path as the client asked for it, and may answer by itself. */
    static String codeAfter(String first, PathOrigins paths) {
        var modules = ImportedModules.of(first);
        return source(WITH_ANOTHER)
                .replace("/* path-prefix.js */", code(paths).strip())
                .replace("/* imports */", modules.imports().strip())
                .replace("/* yours */", modules.rest().strip());
    }

    /** A prefix has no quote and no backslash in it: see {@link PathOrigin}. */
    private static String row(PathOrigin path) {
        var keepsRest = path.origin() instanceof WebSocketOrigin api && api.takesPaths();
        return "  { path: '%s', keepsRest: %s }".formatted(path.prefix(), keepsRest);
    }

    /** A source of edge code that the library brings. */
    static String source(String name) {
        try (var source = PathFunction.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IllegalStateException(name + " is not on the class path: build with Maven");
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
