package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.local.lambda.Invocation.Answered;
import io.edgesocket.local.lambda.Invocation.Failed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A function in a process of its own: each call is one line to it, each answer one line back. */
final class ChildEnvironment implements Environment {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** How long to wait for output that was not yet read when the process ended. */
    private static final Duration LAST_OUTPUT = Duration.ofMillis(500);
    /** Bytes that a pipe takes while nobody reads: 16 KB on macOS, 64 KB on Linux. */
    private static final int WITHOUT_WAITING = 15 * 1024;

    private final String function;
    private final Supplier<ChildProcess> child;
    private final Duration timeout;
    private final LogBudget log;
    private final Owner owner;
    private Process process;
    private OutputStream calls;
    private volatile Call current;
    private boolean ended;

    ChildEnvironment(String function, Supplier<ChildProcess> child, Duration timeout, LogBudget log, Owner owner) {
        this.function = function;
        this.child = child;
        this.timeout = timeout;
        this.log = log;
        this.owner = owner;
    }

    @Override
    public void start() {
        thread("answers", this::run);
    }

    private void run() {
        try {
            open(child.get().builder());
        } catch (IOException | RuntimeException e) {
            owner.lost(this, new Failed("Runtime.InvalidEntrypoint", Objects.toString(e.getMessage(), "")));
            return;
        }
        try {
            readAnswers(process.getInputStream());
        } catch (IOException e) {
            end(); // the exit of the process reports it
        }
    }

    private synchronized void open(ProcessBuilder builder) throws IOException {
        if (ended) {
            throw new IOException("ended before it began");
        }
        process = builder.start();
        calls = process.getOutputStream();
        thread("output", () -> readOutput(process.getErrorStream()));
        var answers = Thread.currentThread();
        process.onExit().thenAccept(dead -> ended(answers, dead.exitValue()));
    }

    /** The pipe is empty: the process has read the call before, as it has answered it. */
    @Override
    public void begin(Call call) {
        current = call;
        if (call.event().length < WITHOUT_WAITING) {
            write(call);
        } else {
            thread("event", () -> write(call));
        }
    }

    private void write(Call call) {
        var deadline = System.currentTimeMillis() + timeout.toMillis();
        try {
            calls.write((call.requestId() + " " + deadline + " ").getBytes(UTF_8));
            calls.write(onOneLine(call.event()));
            calls.write('\n');
            calls.flush();
        } catch (IOException e) {
            // the process has ended; its exit reports it
        }
    }

    @Override
    public synchronized void end() {
        if (process != null && !ended) {
            ChildProcess.endGroup(process.pid());
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.toHandle().destroyForcibly(); // Process.destroyForcibly would close its output unread
        }
        ended = true;
    }

    /** JSON may have line breaks between its values, but not within them: they can become blanks. */
    private static byte[] onOneLine(byte[] json) {
        for (var i = 0; i < json.length; i++) {
            if (json[i] == '\n') {
                return new String(json, UTF_8).replace('\n', ' ').getBytes(UTF_8);
            }
        }
        return json;
    }

    private void readAnswers(InputStream from) throws IOException {
        var lines = new Lines(from);
        for (var line = lines.next(); line != null; line = lines.next()) {
            read(line);
        }
    }

    private void read(byte[] line) throws IOException {
        var message = Arrays.copyOfRange(line, 1, line.length);
        switch (line[0]) {
            case 'A' -> owner.finished(this, current, new Answered(message));
            case 'F' -> owner.finished(this, current, failed(JSON.readTree(message)));
            case 'S' -> owner.leftRunning(this, names(JSON.readTree(message)));
            case 'X' -> owner.lost(this, failed(JSON.readTree(message)));
            default -> owner.ready(this, version(JSON.readTree(message)));
        }
    }

    private static Failed failed(JsonNode error) {
        return new Failed(
                error.path("errorType").asText(), error.path("errorMessage").asText());
    }

    private static String names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String version(JsonNode runtime) {
        return runtime.path("name").asText() + " " + runtime.path("version").asText();
    }

    private void readOutput(InputStream from) {
        var lines = new LineLog(log, () -> {
            var call = current;
            return call == null ? Call.UNHEARD : call.printed();
        });
        try (from) {
            from.transferTo(lines);
        } catch (IOException e) {
            // the process has ended
        }
        lines.endStarted();
    }

    private void ended(Thread answers, int status) {
        try {
            answers.join(LAST_OUTPUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        owner.lost(this, InvocationFailures.exited(status));
    }

    private void thread(String of, Runnable run) {
        DaemonThread.start("function " + function + " " + of, run);
    }
}
