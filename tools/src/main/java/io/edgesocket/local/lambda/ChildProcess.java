package io.edgesocket.local.lambda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started. Its standard input and output become its files 4 and 3, where calls come in and
 * answers go out; what the function prints goes where errors go, so it can't be taken for an answer.
 *
 * @param command   the program and its arguments
 * @param variables its whole environment
 */
record ChildProcess(List<String> command, Map<String, String> variables, Path folder) {
    private static final String FILES = "exec \"$@\" 3>&1 4<&0 1>&2 0</dev/null";
    /** What programs need to find themselves and others. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH");

    ProcessBuilder builder() {
        var all = new ArrayList<>(List.of("/bin/sh", "-c", FILES, "function"));
        all.addAll(command);
        var builder = new ProcessBuilder(all).directory(folder.toFile());
        var environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.putAll(variables);
        return builder;
    }
}
