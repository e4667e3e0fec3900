package io.edgesocket.local.lambda.code;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Stands for {@link ProcessBuilder} and {@link Runtime} in a function's code: what it starts has the function's own
 * environment variables, not those of the one who started the local run, and ends with the function. Each environment
 * loads a copy of this class, so it may use the JDK and nothing else.
 */
public final class FunctionProcesses {
    /** Those whose variables are the function's already, or what it made of them. */
    private static final Set<ProcessBuilder> OWN =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private static Map<String, String> variables;
    private static Consumer<Process> started;
    private static IntConsumer exit;

    private FunctionProcesses() {}

    static void set(Map<String, String> environment, Consumer<Process> onStart, IntConsumer onExit) {
        variables = environment;
        started = onStart;
        exit = onExit;
    }

    public static Map<String, String> environment(ProcessBuilder builder) {
        var environment = builder.environment();
        if (OWN.add(builder)) {
            environment.clear();
            environment.putAll(variables);
        }
        return environment;
    }

    public static Process start(ProcessBuilder builder) throws IOException {
        environment(builder);
        return told(builder.start());
    }

    public static List<Process> startPipeline(List<ProcessBuilder> builders) throws IOException {
        builders.forEach(FunctionProcesses::environment);
        var processes = ProcessBuilder.startPipeline(builders);
        processes.forEach(FunctionProcesses::told);
        return processes;
    }

    public static Process exec(Runtime runtime, String command) throws IOException {
        return exec(runtime, words(command), null, null);
    }

    public static Process exec(Runtime runtime, String command, String[] environment) throws IOException {
        return exec(runtime, words(command), environment, null);
    }

    public static Process exec(Runtime runtime, String command, String[] environment, File folder) throws IOException {
        return exec(runtime, words(command), environment, folder);
    }

    public static Process exec(Runtime runtime, String[] command) throws IOException {
        return exec(runtime, command, null, null);
    }

    public static Process exec(Runtime runtime, String[] command, String[] environment) throws IOException {
        return exec(runtime, command, environment, null);
    }

    /** @param environment null for the function's own, as in {@link Runtime} */
    public static Process exec(Runtime runtime, String[] command, String[] environment, File folder)
            throws IOException {
        return told(runtime.exec(command, environment == null ? inherited() : environment, folder));
    }

    private static String[] words(String command) {
        var words = new ArrayList<String>();
        new StringTokenizer(command).asIterator().forEachRemaining(word -> words.add((String) word));
        return words.toArray(String[]::new);
    }

    private static String[] inherited() {
        return variables.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    private static Process told(Process process) {
        started.accept(process);
        return process;
    }

    public static void exit(Runtime runtime, int status) {
        exit.accept(status);
    }

    public static void halt(Runtime runtime, int status) {
        exit.accept(status);
    }
}
