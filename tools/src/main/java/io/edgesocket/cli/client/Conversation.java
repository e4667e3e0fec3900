package io.edgesocket.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.edgesocket.text.Printable;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** One WebSocket connection. Messages go to {@code out}, and what happens to the connection to {@code err}. */
final class Conversation implements WebSocket.Listener {
    /** No close frame came. */
    private static final int ABNORMAL = 1006;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final StringBuilder message = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int sent;
    private int received;
    private long lastNanos = System.nanoTime();
    private OptionalInt closeCode = OptionalInt.empty();
    private boolean readsLines;

    /** @param terminal whether people read the messages; a program gets them as they came */
    Conversation(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void onOpen(WebSocket socket) {
        tell("connected" + (socket.getSubprotocol().isEmpty() ? "" : ", subprotocol " + socket.getSubprotocol()));
        socket.request(1);
    }

    void send(WebSocket socket, String text) {
        synchronized (this) {
            sent++;
            lastNanos = System.nanoTime();
        }
        try {
            socket.sendText(text, true).join();
        } catch (CompletionException closed) {
            ended(ABNORMAL, closed.getCause().toString());
        }
    }

    /** Sends each line. Returns when there are no more lines, or when the other side closes the connection. */
    void sendLines(WebSocket socket, InputStream in) throws InterruptedException {
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        readsLines = true;
        var reader = new Thread(
                () -> {
                    try {
                        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                            send(socket, line);
                        }
                    } catch (IOException e) {
                        tell("error: no more lines can be read: " + e);
                    }
                    readNoMore();
                },
                "lines");
        reader.setDaemon(true);
        reader.start();
        synchronized (this) {
            while (readsLines && closeCode.isEmpty()) {
                wait();
            }
        }
    }

    private synchronized void readNoMore() {
        readsLines = false;
        notifyAll();
    }

    /** Waits until as many messages came as were sent, or until no message came for this long. */
    synchronized void awaitAnswers(Duration silence) throws InterruptedException {
        awaitSilence(silence, () -> received < sent);
    }

    synchronized void awaitSilence(Duration silence) throws InterruptedException {
        awaitSilence(silence, () -> true);
    }

    private void awaitSilence(Duration silence, BooleanSupplier wanted) throws InterruptedException {
        var left = nanosLeft(silence);
        while (closeCode.isEmpty() && wanted.getAsBoolean() && left > 0) {
            wait(Math.max(1, left / 1_000_000)); // ends early when something comes
            left = nanosLeft(silence);
        }
    }

    private long nanosLeft(Duration silence) {
        return silence.toNanos() - (System.nanoTime() - lastNanos);
    }

    /** @return whether the close code was 1000 */
    synchronized boolean end(WebSocket socket) throws InterruptedException {
        if (closeCode.isEmpty()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
            lastNanos = System.nanoTime();
            awaitSilence(CLOSE_TIMEOUT);
            return true;
        }
        return closeCode.getAsInt() == WebSocket.NORMAL_CLOSURE;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        message.append(text);
        if (last) {
            print(message.toString());
            message.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        var part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            print("(binary) " + Base64.getEncoder().encodeToString(bytes.toByteArray()));
            bytes.reset();
        }
        socket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ended(code, reason);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        ended(ABNORMAL, failure.toString());
    }

    private synchronized void ended(int code, String reason) {
        if (closeCode.isEmpty()) {
            closeCode = OptionalInt.of(code);
            tell("closed: " + code + (reason.isEmpty() ? "" : " " + reason));
        }
        notifyAll();
    }

    private synchronized void print(String text) {
        received++;
        lastNanos = System.nanoTime();
        out.println(terminal ? Printable.of(text) : text);
        out.flush();
        notifyAll();
    }

    void tell(String text) {
        err.println(Printable.of(text));
        err.flush();
    }
}
