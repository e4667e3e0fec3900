package io.edgesocket.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** The code of a function, or of several that have the same, as it is on disk now. */
final class DeployedCode {
    private final JsonNode code;
    private final Path project;
    private final Path staging;
    private final CodeWatch watch;
    private TaskFolder folder;
    private ClassPath classPath;
    private long staged;
    private int stagings;

    /** @param staging a folder that is there no more when the run has ended */
    DeployedCode(JsonNode code, Path project, Path staging, Duration period) {
        this.code = code;
        this.project = project;
        this.staging = staging;
        this.folder = TaskFolder.of(code, project, staging.resolve("0"));
        this.watch = new CodeWatch(folder.sources(), period);
        this.staged = watch.version();
    }

    long version() {
        return watch.version();
    }

    synchronized TaskFolder folder() {
        var version = watch.version();
        if (version != staged) {
            if (!folder.isSource()) {
                folder = TaskFolder.of(code, project, staging.resolve(String.valueOf(++stagings)));
            }
            classPath = null; // its jars are closed once nothing uses them
            staged = version;
        }
        return folder;
    }

    synchronized ClassPath classPath() {
        var root = folder().root();
        if (classPath == null) {
            try {
                classPath = ClassPath.of(root);
            } catch (IOException e) {
                throw new UncheckedIOException("can't read the function's code: " + e.getMessage(), e);
            }
        }
        return classPath;
    }
}
