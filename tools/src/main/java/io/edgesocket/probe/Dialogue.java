package io.edgesocket.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.edgesocket.probe.wire.Client;
import io.edgesocket.probe.wire.Connection;
import io.edgesocket.probe.wire.Connection.Received;
import io.edgesocket.probe.wire.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A WebSocket connection. */
final class Dialogue implements AutoCloseable {
    private final Connection connection;
    private final Duration patience;
    private final List<String> faults = new ArrayList<>();

    private Dialogue(Connection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    static Dialogue open(Client client, URI address, Offer offer) throws IOException {
        var connection = client.open(address);
        try {
            var answer = connection.exchange(offer.handshake(address).request());
            if (answer.status() != 101) {
                throw new IOException("a further handshake was answered with " + answer.status());
            }
            return new Dialogue(connection, client.patience());
        } catch (IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** What came next. */
    sealed interface Reply {
        /** A message of text. */
        record Text(String text) implements Reply {}

        /** A message of bytes. */
        record Bytes(int length) implements Reply {}

        /** A pong. */
        record Pong(String payload) implements Reply {}

        /** A close frame. */
        record Closed(int code, String reason) implements Reply {}

        /** The end, without a close frame. */
        record Cut(String how) implements Reply {}

        /** Nothing for so long. */
        record Silence() implements Reply {}

        /** In a few words. */
        default String words() {
            if (this instanceof Text text) {
                return shortened(text.text());
            }
            if (this instanceof Bytes bytes) {
                return "a binary message of " + bytes.length() + " bytes";
            }
            if (this instanceof Pong) {
                return "a pong";
            }
            if (this instanceof Closed closed) {
                return ("closed with " + closed.code() + " " + closed.reason()).strip();
            }
            return this instanceof Cut cut ? cut.how() : "nothing came";
        }

        private static String shortened(String text) {
            return text.length() > 120 ? text.substring(0, 120) + "…" : text;
        }
    }

    void send(Frame frame) throws IOException {
        connection.send(frame);
    }

    /** What comes within the client's patience. */
    Reply next() {
        return next(patience);
    }

    Reply next(Duration wait) {
        var deadline = System.nanoTime() + wait.toNanos();
        var message = new ByteArrayOutputStream();
        var opcode = Optional.<Integer>empty();
        while (true) {
            var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            var received = connection.next(left);
            if (received instanceof Received.Silence) {
                return new Reply.Silence();
            }
            if (received instanceof Received.Ended ended) {
                return new Reply.Cut(ended.how());
            }
            var frame = ((Received.Came) received).frame();
            note(frame);
            if (frame.opcode() == Frame.CLOSE) {
                return new Reply.Closed(frame.closeCode(), frame.closeReason());
            }
            if (frame.opcode() == Frame.PONG) {
                return new Reply.Pong(frame.text());
            }
            opcode = opcode.or(() -> Optional.of(frame.opcode()));
            message.writeBytes(frame.payload());
            if (frame.isLast()) {
                return opcode.get() == Frame.BINARY
                        ? new Reply.Bytes(message.size())
                        : new Reply.Text(message.toString(UTF_8));
            }
        }
    }

    private void note(Frame frame) {
        if (frame.masked()) {
            faults.add("a masked frame");
        }
        if (frame.hasReservedBits()) {
            faults.add("a frame with a reserved bit set");
        }
    }

    /** What the server's frames did that they must not. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Whether it is still open: a ping is answered. What comes before the pong doesn't count. */
    Reply ping(String payload) throws IOException {
        send(Frame.ping(payload));
        var deadline = System.nanoTime() + patience.toNanos();
        var reply = next();
        while (reply instanceof Reply.Text || reply instanceof Reply.Bytes) {
            reply = next(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        return reply;
    }

    @Override
    public void close() {
        connection.close();
    }
}
