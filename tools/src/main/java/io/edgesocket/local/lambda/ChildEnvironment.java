package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.local.lambda.Invocation.Answered;
import io.edgesocket.local.lambda.Invocation.Failed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A function in a process of its own. */
final class ChildEnvironment implements Environment {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** How long to wait for output that was not yet read when the process ended. */
    private static final Duration LAST_OUTPUT = Duration.ofMillis(500);
    /** Bytes that a pipe takes while nobody reads: 16 KB on macOS, 64 KB on Linux. */
    private static final int WITHOUT_WAITING = 15 * 1024;

    private final String function;
    private final Supplier<ChildProcess> child;
    private final Duration timeout;
    private final LineLog lines;
    private final ChildOutput output;
    private final Owner owner;
    private Process process;
    private OutputStream calls;
    private volatile Call current;
    private boolean ended;

    ChildEnvironment(String function, Supplier<ChildProcess> child, Duration timeout, LogBudget log, Owner owner) {
        this.function = function;
        this.child = child;
        this.timeout = timeout;
        this.lines = new LineLog(log, this::hearer);
        this.output = new ChildOutput(lines, this::take);
        this.owner = owner;
    }

    @Override
    public void start() {
        thread("output", this::run);
    }

    private void run() {
        try {
            open(child.get().builder());
        } catch (IOException | RuntimeException e) {
            owner.lost(this, new Failed("Runtime.InvalidEntrypoint", Objects.toString(e.getMessage(), "")));
            return;
        }
        try (var from = process.getInputStream()) {
            output.read(from);
        } catch (IOException e) {
            end(); // the exit of the process reports it
        }
        lines.endStarted();
    }

    private synchronized void open(ProcessBuilder builder) throws IOException {
        if (ended) {
            throw new IOException("ended before it began");
        }
        process = builder.start();
        calls = process.getOutputStream();
        var reader = Thread.currentThread();
        process.onExit().thenAccept(dead -> ended(reader, dead.exitValue()));
        send(output.secretMark());
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

    /** Its length in four bytes; its id, when it has to be answered, and the event, with blanks between. */
    private void write(Call call) {
        var deadline = System.currentTimeMillis() + timeout.toMillis();
        var head = (call.requestId() + " " + deadline + " ").getBytes(US_ASCII);
        var frame = ByteBuffer.allocate(Integer.BYTES + head.length + call.event().length)
                .putInt(head.length + call.event().length)
                .put(head)
                .put(call.event());
        send(frame.array());
    }

    private void send(byte[] bytes) {
        try {
            calls.write(bytes);
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

    private Consumer<String> hearer() {
        var call = current;
        return call == null ? Call.UNHEARD : call.printed();
    }

    private void take(byte kind, byte[] message) throws IOException {
        if (kind != 'S') {
            lines.endStarted();
        }
        switch (kind) {
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

    private void ended(Thread reader, int status) {
        try {
            reader.join(LAST_OUTPUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        owner.lost(this, InvocationFailures.exited(status));
    }

    private void thread(String of, Runnable run) {
        DaemonThread.start("function " + function + " " + of, run);
    }
}
