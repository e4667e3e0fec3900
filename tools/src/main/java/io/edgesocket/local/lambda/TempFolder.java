package io.edgesocket.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A temporary folder, deleted when the functions end. It has the files that child processes are started with, and code
 * that was put together.
 */
final class TempFolder implements AutoCloseable {
    private Path folder;
    private boolean closed;

    /** @throws IllegalStateException if it is closed: nothing is to be left of what starts until the end */
    synchronized Path folder() {
        if (closed) {
            throw new IllegalStateException("the local run has ended");
        }
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("edgesocket-functions");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of this package's resources, as a file on disk. */
    synchronized Path resource(String name) {
        var file = folder().resolve(name);
        try (var content = TempFolder.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException(
                        "the file " + name + " is missing from edgesocket's own classes: build edgesocket again");
            }
            if (!Files.exists(file)) {
                Files.copy(content, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with this text. It is written once: later texts are the same. */
    synchronized Path file(String name, String text) {
        var file = folder().resolve(name);
        try {
            return Files.exists(file) ? file : Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty file that nobody else has. */
    synchronized Path newFile(String prefix) {
        try {
            return Files.createTempFile(folder(), prefix, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file that is not needed any longer, unless all are deleted already. */
    synchronized void delete(Path file) {
        file.toFile().delete();
    }

    /** Deletes the folder, but not the targets of its links. */
    @Override
    public synchronized void close() {
        closed = true;
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder = null;
    }
}
