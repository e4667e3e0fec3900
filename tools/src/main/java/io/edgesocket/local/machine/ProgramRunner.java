package io.edgesocket.local.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Runs a program to its end, or ends it when it takes too long.
 *
 * @param environment all of its variables
 */
public record ProgramRunner(Map<String, String> environment) {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /**
     * @return what it printed
     * @throws IOException if it fails; the message is for a person
     */
    public String run(List<String> command, Path folder) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            process.getOutputStream().close();
            var output = CompletableFuture.supplyAsync(() -> output(process));
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("it took more than " + LIMIT.toMinutes() + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new IOException(reason(output.join()));
            }
            return output.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String output(Process process) {
        try (var stream = process.getInputStream()) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** npm's first line of an error is a code alone; others say it in the last. */
    private static String reason(String output) {
        var lines = output.lines()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        return lines.stream()
                .filter(line -> line.startsWith("npm error ") && !line.startsWith("npm error code "))
                .findFirst()
                .or(() -> lines.stream().reduce((before, last) -> last))
                .orElse("it failed, and said nothing");
    }
}
