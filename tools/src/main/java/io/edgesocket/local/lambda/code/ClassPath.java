package io.edgesocket.local.lambda.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Lambda's Java runtime looks for classes in: the task's folder, the jars in its {@code lib}, then those that the layers
 * put into {@code /opt/java/lib}.
 */
record ClassPath(List<ClassLocation> locations) {
    ClassPath {
        locations = List.copyOf(locations);
    }

    /** @param layers the one whose files win is the first */
    static ClassPath of(Path task, List<Path> layers) throws IOException {
        var locations = new ArrayList<ClassLocation>();
        locations.add(ClassFolder.of(task));
        for (var jar : jars(task.resolve("lib"))) {
            locations.add(new ClassJar(jar));
        }
        for (var jar : jarsByName(layers)) {
            locations.add(new ClassJar(jar));
        }
        return new ClassPath(locations);
    }

    private static Collection<Path> jarsByName(List<Path> layers) throws IOException {
        var byName = new TreeMap<String, Path>();
        for (var layer : layers) {
            for (var jar : jars(layer.resolve("java/lib"))) {
                byName.putIfAbsent(jar.getFileName().toString(), jar);
            }
        }
        return byName.values();
    }

    private static List<Path> jars(Path lib) throws IOException {
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (var files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Where a file is found, in the order in which it is looked for. */
    Stream<ClassLocation> holding(String file) {
        return locations.stream().filter(location -> location.has(file));
    }

    Optional<ClassLocation> firstHolding(String file) {
        for (var location : locations) {
            if (location.has(file)) {
                return Optional.of(location);
            }
        }
        return Optional.empty();
    }
}
