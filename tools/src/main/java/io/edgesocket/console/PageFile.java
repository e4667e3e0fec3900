package io.edgesocket.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file that the page is made of: no build makes it, and the browser gets it as it lies in the jar. */
record PageFile(String type, byte[] bytes) {
    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html;charset=utf-8",
            "css",
            "text/css;charset=utf-8",
            "svg",
            "image/svg+xml",
            "js",
            "text/javascript;charset=utf-8");
    static final Set<String> NAMES = Set.of(
            "index.html",
            "console.css",
            "icon.svg",
            "app.js",
            "stream.js",
            "model.js",
            "words.js",
            "dom.js",
            "why.js",
            "connections.js",
            "export.js",
            "control.js",
            "try.js",
            "faults.js",
            "stack.js");

    /** @param path as it is asked for */
    static Optional<PageFile> named(String path) {
        var name = path.equals("/") ? "index.html" : path.substring(1);
        return NAMES.contains(name)
                ? Optional.of(new PageFile(TYPES.get(name.substring(name.indexOf('.') + 1)), read(name)))
                : Optional.empty();
    }

    private static byte[] read(String name) {
        try (var file = PageFile.class.getResourceAsStream("page/" + name)) {
            if (file == null) {
                throw new IllegalStateException("page/" + name + " isn't in the jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
