package io.edgesocket.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** This repository's project, or a copy of it for a test to change and to deploy from. */
public record Project(Path folder) {
    private static final String PROGRAM = "src/main/java/io/edgesocket/App.java";
    private static final List<String> SOURCES = List.of(
            "pom.xml",
            "mvnw",
            "mvnw.cmd",
            ".mvn",
            "edgesocket",
            "edgesocket.cmd",
            ".github",
            "program",
            "src",
            "docs/settings.schema.json",
            "library/pom.xml",
            "library/src/main",
            "users/pom.xml",
            "users/src/main",
            "tools/pom.xml",
            "tools/src/main",
            "Pulumi.yaml",
            "Pulumi.dev.yaml",
            "Pulumi.prod.yaml");
    /** Of the build's output, what saves building it once more. */
    private static final List<String> BUILT = List.of(
            "target/classes",
            "target/edgesocket.compiled",
            "target/edgesocket.javac",
            "target/edgesocket.main",
            "target/edgesocket.plugins",
            "target/function",
            "target/maven-status",
            "target/edgesocket.jar",
            "target/lib",
            "library/target/classes",
            "library/target/maven-status",
            "library/target/edgesocket-library.jar",
            "users/target/classes",
            "users/target/maven-status",
            "users/target/edgesocket-users.jar",
            "tools/target/classes",
            "tools/target/maven-status",
            "tools/target/edgesocket-tools.jar");
    /** What the launcher has the command and the program start fast with: an archive for each Java. */
    private static final String ARCHIVES = "{start,program}-*";

    public static Project ofRepository() {
        return new Project(Path.of("").toAbsolutePath());
    }

    /** As {@code git clone} would leave it, with nothing built. */
    public Project cloneTo(Path copy) {
        copy(SOURCES.stream().map(folder::resolve), copy);
        return new Project(copy);
    }

    public Project copyTo(Path copy) {
        copy(SOURCES.stream().map(folder::resolve), copy);
        copy(BUILT.stream().map(folder::resolve), copy);
        copy(archives().stream(), copy);
        return new Project(copy);
    }

    private void copy(Stream<Path> parts, Path copy) {
        parts.filter(Files::exists).forEach(part -> copy(part, copyOf(part, folder, copy)));
    }

    /** With all that is in its folder. */
    public void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** With its jars, and what it and Pulumi start fast with. */
    Project built() {
        return with("./edgesocket", "--version")
                .with("./edgesocket", "--no-transfer-progress", "compile", "exec:java", "-DmainArgs=packages")
                .with("env", "EDGESOCKET_PRINT=1", "./edgesocket", "--no-transfer-progress", "compile", "exec:java");
    }

    /** With the mark of a Java that can't make an archive: a build then takes less. */
    public Project withoutArchives() {
        try {
            for (var archive : archives()) {
                Files.delete(archive);
                Files.createFile(archive);
                Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plus(1, ChronoUnit.HOURS)));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has Pulumi run the jar, as where there is nothing else of the repository. */
    public Project runningJar() {
        edit(
                "Pulumi.yaml",
                "{name: java, options: {use-executor: ./edgesocket}}\n",
                "{name: java, options: {binary: target/edgesocket.jar}}\n");
        return this;
    }

    /** Adds to the program, just before the one place that holds the text. */
    public void insertInProgram(String addition, String before) {
        replaceInProgram(before, addition + before);
    }

    /** Puts something else in the place of a text that the program holds once. */
    public void replaceInProgram(String text, String replacement) {
        edit(PROGRAM, text, replacement);
    }

    private List<Path> archives() {
        try (var archives = Files.newDirectoryStream(folder("target"), ARCHIVES)) {
            return StreamSupport.stream(archives.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file of its folder holds. */
    public String read(String file) {
        return read(folder.resolve(file));
    }

    /** Puts a file into its folder. */
    public void write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Command.Outcome run(String... command) {
        return Command.run(folder, Map.of(), List.of(command));
    }

    /** Where the states of its stacks are kept. */
    public Path state() {
        return folder("target/pulumi-state");
    }

    /** All that Pulumi has written there. */
    public String writtenState() {
        try (var files = Files.walk(state())) {
            return files.filter(Files::isRegularFile).map(Project::read).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of all that Pulumi has written there, but for the attributes that a bucket keeps with each file. */
    public List<String> stateFiles() {
        try (var files = Files.walk(state())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> state().relativize(file).toString())
                    .filter(file -> !file.endsWith(".attrs"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of the project's, made if need be. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Project with(String... command) {
        var outcome = run(command);
        if (!outcome.succeeded()) {
            throw new AssertionError(String.join(" ", command) + ": " + outcome);
        }
        return this;
    }

    /** Puts something else in the place of a text that a file of its folder holds once. */
    public void edit(String file, String text, String replacement) {
        var path = folder.resolve(file);
        try {
            var before = Files.readString(path);
            if (before.indexOf(text) < 0 || before.indexOf(text) != before.lastIndexOf(text)) {
                throw new AssertionError(file + " should hold this once: " + text);
            }
            Files.writeString(path, before.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var walk = Files.walk(from)) {
            var files = walk.toList();
            for (var file : files) {
                var copy = copyOf(file, from, to);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    copyFile(file, copy);
                }
            }
            for (var file : files) { // a folder that is newer than the jar would have it built once more
                Files.setLastModifiedTime(copyOf(file, from, to), Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Large files that nothing writes into are one and the same file, where both folders are on one disk. */
    private static void copyFile(Path file, Path copy) throws IOException {
        if (isOnlyRead(file) && Files.getFileStore(file).equals(Files.getFileStore(copy.getParent()))) {
            Files.createLink(copy, file);
        } else {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Other people's libraries and archives. The launcher removes an archive before it makes another. */
    private static boolean isOnlyRead(Path file) {
        var name = file.getFileName().toString();
        return name.matches("(start|program)-.*")
                || file.getParent().endsWith("target/lib") && !name.startsWith("edgesocket-");
    }

    private static Path copyOf(Path file, Path from, Path to) {
        return to.resolve(from.relativize(file).toString());
    }
}
