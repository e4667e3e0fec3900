package io.edgesocket.local.lambda.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The code of a function, or of several that have the same, as it is on disk now. */
public final class DeployedCode {
    /** How often the files are looked at, at most. */
    public static final Duration WATCH_PERIOD = CodeWatch.PERIOD;

    private final JsonNode code;
    private final List<JsonNode> layerCodes;
    private final Path project;
    private final Path staging;
    private final CodeLock lock;
    private final CodeWatch watch;
    private TaskFolder folder;
    private List<TaskFolder> layers;
    private ClassPath classPath;
    private long staged;
    private int stagings;

    /**
     * @param code    {@code {"$archive": path}} or {@code {"$archive": {entry: asset}}}
     * @param layers  its layers' files in the same form, in the order in which Lambda puts them into {@code /opt}
     * @param project where paths start
     * @param staging a folder for what has to be put together; its owner deletes it when the run ends
     * @param lock    of all code that is replaced together
     * @param period  the time between looks at the files; zero to look each time
     */
    public DeployedCode(
            JsonNode code, List<JsonNode> layers, Path project, Path staging, CodeLock lock, Duration period) {
        this.code = code;
        this.layerCodes = List.copyOf(layers);
        this.project = project;
        this.staging = staging;
        this.lock = lock;
        this.folder = TaskFolder.of(code, project, staging.resolve("0"));
        this.layers = layersAsTheyAre();
        var sources = new ArrayList<>(folder.sources());
        this.layers.forEach(layer -> sources.addAll(layer.sources()));
        this.watch = new CodeWatch(sources, period);
        this.staged = watch.version();
    }

    /** Whether it is time to look at the files again. */
    public boolean mayHaveChanged() {
        return watch.isDue();
    }

    /** The files have changed. They would be looked at later otherwise. */
    public void codeChanged() {
        watch.tell();
    }

    /** Changes whenever the files do. It is the former one while they are being replaced. */
    public long version() {
        lock.readNow(watch::version);
        return watch.known();
    }

    /** The code as the files are now. */
    public synchronized TaskFolder folder() {
        return lock.read(this::staged);
    }

    private TaskFolder staged() {
        var version = watch.version();
        if (version != staged) {
            stagings++;
            if (!folder.isSource()) {
                folder = TaskFolder.of(code, project, staging.resolve(String.valueOf(stagings)));
            }
            layers = layersAsTheyAre();
            classPath = null; // its jars are closed when no environment uses them
            staged = version;
        }
        return folder;
    }

    private List<TaskFolder> layersAsTheyAre() {
        return IntStream.range(0, layerCodes.size())
                .mapToObj(i -> TaskFolder.of(layerCodes.get(i), project, staging.resolve(stagings + "-layer" + i)))
                .toList();
    }

    /** Where the files of its layers are now, each as if it were {@code /opt}; the one whose files win is the first. */
    public synchronized List<Path> layers() {
        folder();
        var lastFirst = new ArrayList<>(
                layers.stream().map(layer -> layer.root().toAbsolutePath()).toList());
        Collections.reverse(lastFirst);
        return lastFirst;
    }

    /** A class loader for one environment. */
    public FunctionClassLoader classLoader() {
        return new FunctionClassLoader(classPath());
    }

    private synchronized ClassPath classPath() {
        return lock.read(this::readClassPath);
    }

    private ClassPath readClassPath() {
        var root = folder().root();
        if (classPath == null) {
            try {
                classPath = ClassPath.of(root, layers());
            } catch (IOException e) {
                throw new UncheckedIOException("can't read the function's code: " + e.getMessage(), e);
            }
        }
        return classPath;
    }
}
