package io.edgesocket.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts a {@link LambdaRuntime} with an environment of its own. */
final class LambdaProcess {
    /** Options for every Java: each that reads them says so on standard error. */
    private static final Set<String> OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    record Outcome(String out, String err) {}

    private LambdaProcess() {}

    static Outcome run(Path task, String handler, Map<String, String> environment, String event) throws Exception {
        var runtime = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                place(LambdaRuntime.class) + File.pathSeparator + place(JacksonFactory.class),
                LambdaRuntime.class.getName(),
                task.toString(),
                handler));
        runtime.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        runtime.environment().keySet().removeAll(OPTIONS);
        runtime.environment().putAll(environment);
        return outcome(runtime.start(), event);
    }

    private static Outcome outcome(Process process, String in) throws IOException {
        try (var stdin = process.getOutputStream()) {
            stdin.write(in.getBytes(UTF_8));
        }
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(out, new String(process.getErrorStream().readAllBytes(), UTF_8));
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
