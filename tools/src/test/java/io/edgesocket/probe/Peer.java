package io.edgesocket.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The client of a test's server: takes whatever bytes the test wants. */
record Peer(OutputStream out) {
    static final int FIN = 0x80;

    void text(String text) throws IOException {
        frame(FIN | 1, text.getBytes(StandardCharsets.UTF_8));
    }

    void pong(byte[] payload) throws IOException {
        frame(FIN | 10, payload);
    }

    void close(int code) throws IOException {
        frame(FIN | 8, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** Unmasked, as a server must send it. */
    void frame(int first, byte[] payload) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(first);
        if (payload.length < 126) {
            bytes.write(payload.length);
        } else {
            bytes.write(126);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        }
        bytes.writeBytes(payload);
        send(bytes.toByteArray());
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
