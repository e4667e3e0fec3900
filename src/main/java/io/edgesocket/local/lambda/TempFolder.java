package io.edgesocket.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for as long as functions run: what child processes are started with, and code that is put together. */
final class TempFolder implements AutoCloseable {
    private Path folder;

    synchronized Path folder() {
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
            if (!Files.exists(file)) {
                Files.copy(content, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the folder away, and none of what its links lead to. */
    @Override
    public synchronized void close() {
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
