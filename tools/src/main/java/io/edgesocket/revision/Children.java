package io.edgesocket.revision;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Programs that are run, each to its end. Once closed, none runs any more. */
final class Children implements AutoCloseable {
    /** Git's variables in a hook, which would lead to another repository; and the launcher's, which are for one call. */
    private static final List<String> NOT_HANDED_ON =
            List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "EDGESOCKET_CWD", "EDGESOCKET_COLUMNS");

    private final Set<Process> running = new HashSet<>();
    private boolean closed;

    /** What a program left. */
    record Ended(int exitCode, String out, String err) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** @throws RevisionException if it can't be started */
    Ended run(Path folder, List<String> command) {
        try {
            var out = Files.createTempFile("edgesocket", ".out");
            var err = Files.createTempFile("edgesocket", ".err");
            try {
                var exitCode = exitCode(start(builder(folder, command, out, err)));
                return new Ended(exitCode, Files.readString(out), Files.readString(err));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(Path folder, List<String> command, Path out, Path err) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(NOT_HANDED_ON);
        builder.environment().put("EDGESOCKET_STANDBY", "0"); // nobody calls there again
        return builder;
    }

    private synchronized Process start(ProcessBuilder builder) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        try {
            var process = builder.start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new RevisionException("can't run " + builder.command().get(0) + ": see that it is installed");
        }
    }

    private int exitCode(Process process) {
        try {
            var exitCode = process.waitFor();
            if (!remove(process)) {
                new CountDownLatch(1).await(); // the JVM ends, and nobody wants to hear how it went
            }
            return exitCode;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private synchronized boolean remove(Process process) {
        return running.remove(process);
    }

    /** Ends what runs. */
    @Override
    public void close() {
        Set<Process> ending;
        synchronized (this) {
            closed = true;
            ending = Set.copyOf(running);
            running.clear();
        }
        var all = ending.stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit().join());
    }
}
