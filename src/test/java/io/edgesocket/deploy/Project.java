package io.edgesocket.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A copy of this repository's project, for a test to change and to deploy from. */
record Project(Path folder) {
    /** What a deployment needs; of the build's output, what saves building it once more. */
    private static final List<String> PARTS = List.of(
            "pom.xml", "mvnw", ".mvn", "edgesocket", "src/main",
            "Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml",
            "target/classes", "target/function", "target/maven-status");

    static Project copyTo(Path folder) {
        var repository = Path.of("").toAbsolutePath();
        PARTS.stream().map(Path::of).filter(part -> Files.exists(repository.resolve(part)))
                .forEach(part -> copy(repository.resolve(part), folder.resolve(part)));
        return new Project(folder);
    }

    /** Replaces a text that the file holds once. */
    void edit(String file, String text, String replacement) {
        var path = folder.resolve(file);
        try {
            var before = Files.readString(path);
            if (before.split(java.util.regex.Pattern.quote(text), -1).length != 2) {
                throw new AssertionError(file + " should hold this once: " + text);
            }
            Files.writeString(path, before.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds the jar and makes Pulumi run it, which leaves Maven out of every deployment. */
    void useJar() {
        buildJar();
        edit("Pulumi.yaml", "runtime: java\n", "runtime: {name: java, options: {binary: target/edgesocket.jar}}\n");
    }

    void buildJar() {
        var built = Command.run(folder, Map.of(), List.of("./mvnw", "-q", "-B", "package", "-Dmaven.test.skip=true"));
        if (!built.succeeded()) {
            throw new AssertionError("the jar was not built: " + built);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
