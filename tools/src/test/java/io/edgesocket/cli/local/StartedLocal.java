package io.edgesocket.cli.local;

import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A local run on free ports, ended with the test. */
public final class StartedLocal implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Path err = Files.createTempFile("local", ".err");
    private final List<String> greeting = new ArrayList<>();

    StartedLocal(Project project) throws IOException {
        this(project, "dev", "--quiet");
    }

    StartedLocal(Project project, String stack, String... options) throws IOException {
        this(project, Map.of(), stack, options);
    }

    public StartedLocal(Project project, Map<String, String> environment, String stack, String... options)
            throws IOException {
        var command =
                new ArrayList<>(List.of("./edgesocket", "local", "--stack", stack, "--port", "0", "--api-port", "0"));
        command.addAll(List.of(options));
        var builder = Command.of(command).directory(project.folder().toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES)
                .execute(process::destroyForcibly); // ends what reads from it
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            greeting.add(line);
            if (line.startsWith("Try it: ") || line.contains("\"STARTED\"")) {
                return;
            }
        }
        throw new AssertionError("it ended: " + greeting);
    }

    public Process process() {
        return process;
    }

    /** What it prints after its greeting. */
    BufferedReader out() {
        return out;
    }

    /** All that it has printed to standard error. */
    String err() throws IOException {
        return Files.readString(err);
    }

    List<String> greeting() {
        return greeting;
    }

    /** The next line that starts so. */
    String awaitLine(String start) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("it ended without a line that starts with " + start);
    }

    /** What Ctrl-C does; what it still prints can be read. */
    void end() {
        process.toHandle().destroy();
    }

    public URI edge() {
        return greeting.stream()
                .map(Pattern.compile("(?:^CloudFront +|\"edge\":\")(wss?://[\\w.:]+)")::matcher)
                .filter(Matcher::find)
                .map(found -> URI.create(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.delete(err);
    }
}
