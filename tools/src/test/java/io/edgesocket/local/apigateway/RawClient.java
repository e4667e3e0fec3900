package io.edgesocket.local.apigateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A client that says what the test wants, byte by byte. */
final class RawClient implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int FIN = 0x80;
    static final String HANDSHAKE = """
            GET /live HTTP/1.1
            Host: localhost
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            """;
    private static final byte[] MASK = {1, 2, 3, 4};
    private static final int PATIENCE_MILLIS = 10_000;
    private final Socket socket;
    private final InputStream in;

    /** A frame that came. */
    record Frame(int first, byte[] payload) {
        String text() {
            if (opcode() != TEXT) {
                throw new AssertionError("not text, but " + this + new String(payload, StandardCharsets.UTF_8));
            }
            return new String(payload, StandardCharsets.UTF_8);
        }

        int opcode() {
            return first & 15;
        }

        int closeCode() {
            if (opcode() != CLOSE) {
                throw new AssertionError("not a close frame: " + first);
            }
            return ByteBuffer.wrap(payload).getShort();
        }
    }

    private RawClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static RawClient connect(TestGateway gateway) {
        var client = open(gateway);
        var answer = client.request(HANDSHAKE);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new AssertionError(answer);
        }
        return client;
    }

    static RawClient open(TestGateway gateway) {
        try {
            return new RawClient(gateway.gateway().port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return status line and headers of the answer */
    String request(String linesOfHead) {
        try {
            send((linesOfHead.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                head.write(octet());
            }
            return head.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return status line, headers and body of the answer */
    String answer(String linesOfHead) {
        var head = request(linesOfHead);
        var length = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n").matcher(head);
        try {
            return length.find()
                    ? head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
                    : head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient send(byte... bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient sendText(String text) {
        return send(frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    RawClient sendFragments(String part, int times) {
        for (var i = 0; i < times; i++) {
            var first = (i == 0 ? TEXT : CONTINUATION) | (i == times - 1 ? FIN : 0);
            send(frame(first, part.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    /** As a client must send it: masked. */
    static byte[] frame(int first, byte... payload) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(first);
        if (payload.length < 126) {
            bytes.write(0x80 | payload.length);
        } else if (payload.length < 0x10000) {
            bytes.write(0x80 | 126);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            bytes.write(0x80 | 127);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        bytes.writeBytes(MASK);
        for (var i = 0; i < payload.length; i++) {
            bytes.write(payload[i] ^ MASK[i % MASK.length]);
        }
        return bytes.toByteArray();
    }

    Frame next() {
        try {
            var first = octet();
            var length = length(octet());
            return new Frame(first, in.readNBytes(length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int length(int first) throws IOException {
        return switch (first) {
            case 126 -> ByteBuffer.wrap(in.readNBytes(2)).getShort() & 0xffff;
            case 127 -> (int) ByteBuffer.wrap(in.readNBytes(8)).getLong();
            default -> first;
        };
    }

    private int octet() throws IOException {
        var octet = in.read();
        if (octet < 0) {
            throw new IOException("the connection ended");
        }
        return octet;
    }

    /** Whether nothing more comes. */
    boolean isEnded() {
        try {
            return in.read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
