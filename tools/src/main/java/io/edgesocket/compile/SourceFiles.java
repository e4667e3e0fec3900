package io.edgesocket.compile;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The Java files below a folder. */
final class SourceFiles extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private Instant lastChange = Instant.MIN;

    private SourceFiles() {}

    /** None if the folder doesn't exist. */
    static SourceFiles below(Path folder) throws IOException {
        var sources = new SourceFiles();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, sources);
        }
        return sources;
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    /** The last time that one of the files, or a folder of theirs, changed. */
    Instant lastChange() {
        return lastChange;
    }

    /** A folder's time changes when a file in it is added or removed. */
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        note(attributes);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.toString().endsWith(".java")) {
            files.add(file);
            note(attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    /** An editor may remove a temporary file meanwhile. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }

    private void note(BasicFileAttributes attributes) {
        var changed = attributes.lastModifiedTime().toInstant();
        lastChange = changed.isAfter(lastChange) ? changed : lastChange;
    }
}
