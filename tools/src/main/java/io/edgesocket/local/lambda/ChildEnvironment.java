package io.edgesocket.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.local.lambda.pool.Call;
import io.edgesocket.local.lambda.pool.CallFrame;
import io.edgesocket.local.lambda.pool.DaemonThread;
import io.edgesocket.local.lambda.pool.Environment;
import io.edgesocket.local.lambda.pool.Invocation.Answered;
import io.edgesocket.local.lambda.pool.Invocation.Failed;
import io.edgesocket.local.lambda.pool.InvocationFailures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A function in a process of its own. */
final class ChildEnvironment implements Environment {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** How long to wait for more output when the process has ended: what it has left behind may have the pipe open. */
    static final Duration LAST_OUTPUT = Duration.ofMillis(500);
    /** Bytes that a pipe takes while nobody reads: 16 KB on macOS, 64 KB on Linux. */
    private static final int WITHOUT_WAITING = 15 * 1024;

    private final String function;
    private final Supplier<ChildProcess> child;
    private final TempFolder temp;
    private final Duration timeout;
    private final LogBudget log;
    private final LineLog lines;
    private final ChildOutput output;
    private final Owner owner;
    /** What was sent and is not answered or dropped, in the order in which it is going to be. */
    private final Queue<CallFrame> sent = new ConcurrentLinkedQueue<>();

    private RecallFile recall;
    private Process process;
    private OutputStream calls;
    private volatile Call current;
    private boolean ended;

    /** @param temp for a file that it shares with its process */
    ChildEnvironment(
            String function,
            Supplier<ChildProcess> child,
            TempFolder temp,
            Duration timeout,
            LogBudget log,
            Owner owner) {
        this.function = function;
        this.child = child;
        this.temp = temp;
        this.timeout = timeout;
        this.log = log;
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
            open(child.get());
        } catch (IOException | RuntimeException e) {
            owner.lost(this, new Failed("Runtime.InvalidEntrypoint", Objects.toString(e.getMessage(), "")));
            closeRecall();
            return;
        }
        try (var from = process.getInputStream()) {
            output.read(from);
        } catch (IOException e) {
            end(); // the exit of the process reports it
        } catch (RuntimeException e) {
            end(); // nobody would read its output any more
            throw e;
        }
        lines.endStarted();
    }

    private synchronized void open(ChildProcess program) throws IOException {
        if (ended) {
            throw new IOException("ended before it began");
        }
        recall = RecallFile.in(temp);
        process = program.builder(recall.path()).start();
        calls = process.getOutputStream();
        var reader = Thread.currentThread();
        process.onExit().thenAccept(dead -> thread("end", () -> ended(reader, dead.exitValue())));
        send(output.secretMark());
    }

    @Override
    public void begin(Call call, List<CallFrame> frames) {
        current = call;
        sent.addAll(frames);
        if (frames.isEmpty()) {
            return; // it was sent ahead
        }
        if (room() >= 0) {
            write(frames);
        } else {
            thread("event", () -> write(frames));
        }
    }

    /** What is answered or dropped is no longer in the pipe, as the process has read it. */
    @Override
    public int room() {
        return WITHOUT_WAITING - CallFrame.length(sent);
    }

    @Override
    public long recall(long last) {
        return recall.upTo(last);
    }

    /** The time of what is sent ahead counts from here on, too: it is a few milliseconds short. */
    private void write(List<CallFrame> frames) {
        var deadline = System.currentTimeMillis() + timeout.toMillis();
        var bytes = ByteBuffer.allocate(CallFrame.length(frames));
        frames.forEach(frame -> frame.writeTo(bytes, deadline));
        send(bytes.array());
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
            endDescendants();
            process.toHandle().destroyForcibly(); // Process.destroyForcibly would close its output unread
        }
        ended = true;
    }

    /** What the process has started. That takes a process and open files, which this machine may have no more of. */
    private void endDescendants() {
        try {
            ChildProcess.endGroup(process.pid());
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        } catch (IOException | RuntimeException e) {
            log.add("what this function has started may run on: " + e.getMessage());
        }
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
            case 'A' -> owner.finished(this, sent.remove().call(), new Answered(message));
            case 'F' -> owner.finished(this, sent.remove().call(), failed(JSON.readTree(message)));
            case 'D' -> owner.dropped(this, sent.remove());
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

    /** What it answered before counts, however late that is read. */
    private void ended(Thread reader, int status) {
        try {
            do {
                reader.join(LAST_OUTPUT.toMillis());
            } while (reader.isAlive() && !output.isAwaited());
            owner.lost(this, InvocationFailures.exited(status));
            closeRecall();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // nobody interrupts this thread
        }
    }

    private synchronized void closeRecall() {
        if (recall != null) {
            recall.close();
        }
    }

    private void thread(String of, Runnable run) {
        DaemonThread.start("function " + function + " " + of, run);
    }
}
