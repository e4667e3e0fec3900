package io.edgesocket.local.lambda.code;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Stands for {@link System} in a function's code, in what each function has for itself: its environment variables, its
 * output, its end. Each environment loads a copy of this class, so it may use the JDK and nothing else.
 */
public final class FunctionSystem {
    public static PrintStream out;
    public static PrintStream err;
    private static Map<String, String> variables;
    private static IntConsumer exit;

    private FunctionSystem() {}

    static void set(Map<String, String> environment, PrintStream output, IntConsumer onExit) {
        variables = environment;
        out = output;
        err = output;
        exit = onExit;
    }

    public static String getenv(String name) {
        return variables.get(name);
    }

    public static Map<String, String> getenv() {
        return variables;
    }

    public static void setOut(PrintStream stream) {
        out = stream;
    }

    public static void setErr(PrintStream stream) {
        err = stream;
    }

    public static void exit(int status) {
        exit.accept(status);
    }
}
