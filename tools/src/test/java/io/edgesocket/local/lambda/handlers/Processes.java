package io.edgesocket.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Starts processes, as its event's {@code "do"} says, and tells their environment variables. */
public final class Processes implements RequestHandler<Map<String, String>, Object> {

    @Override
    public Object handleRequest(Map<String, String> event, Context context) {
        try {
            return does(event.get("do"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object does(String what) throws IOException {
        switch (what) {
            case "environment":
                return String.join("\n", new ProcessBuilder("env").environment().keySet());
            case "reference":
                Supplier<Map<String, String>> reference = new ProcessBuilder("env")::environment;
                return String.join("\n", reference.get().keySet());
            case "start":
                return output(new ProcessBuilder("env").start());
            case "pipeline":
                return output(ProcessBuilder.startPipeline(List.of(new ProcessBuilder("env")))
                        .get(0));
            case "exec":
                return output(Runtime.getRuntime().exec("env"));
            case "exec array":
                return output(Runtime.getRuntime().exec(new String[] {"env"}));
            case "exec null":
                return output(Runtime.getRuntime().exec(new String[] {"env"}, null));
            case "fork":
                return new ProcessBuilder("sleep", "3600").start().pid();
            case "exit":
                Runtime.getRuntime().exit(9);
                return "not ended";
            case "halt":
                Runtime.getRuntime().halt(9);
                return "not ended";
            default:
                throw new IllegalArgumentException(what);
        }
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
