package io.edgesocket.local.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started. Its standard input becomes its file 4, where calls come in. Its file 3 is where answers go
 * out: the same pipe as its standard output and errors, so {@link ChildOutput} reads all of it in order. Its file 5 is that of
 * {@link RecallFile}.
 *
 * @param command   the program and its arguments
 * @param variables its whole environment
 */
record ChildProcess(List<String> command, Map<String, String> variables, Path folder) {
    private static final String FILES = "exec 3>&1 4<&0 5<>\"$0\" 0</dev/null\n";
    /**
     * Its own process group has what it starts, so that this can be ended even if it ends first. Linux has
     * {@code setsid}, macOS has Perl.
     */
    private static final String GROUP = """
            if command -v setsid > /dev/null; then exec setsid "$@"
            elif command -v perl > /dev/null; then exec perl -e 'setpgrp; exec @ARGV' "$@"
            else exec "$@"; fi""";

    /** What programs need to find themselves and others. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH");

    /** Ends what is left in a process's group, also after the process itself has ended. */
    static void endGroup(long pid) throws IOException {
        new ProcessBuilder("/bin/sh", "-c", "kill -s KILL -- \"-$0\" 2> /dev/null", Long.toString(pid)).start();
    }

    /** One that is sent no call. */
    ProcessBuilder builder() {
        return builder(Path.of("/dev/null"));
    }

    ProcessBuilder builder(Path recall) {
        var all = new ArrayList<>(List.of("/bin/sh", "-c", FILES + GROUP, recall.toString()));
        all.addAll(command);
        var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(variables);
        return builder;
    }
}
