package io.edgesocket.probe.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A WebSocket frame.
 *
 * @param first   the first byte: FIN, the reserved bits and the opcode
 * @param masked  whether it is masked: a client's frames are, a server's must not be
 * @param payload without the mask; not copied
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, 5.2</a>
 */
public record Frame(int first, boolean masked, byte[] payload) {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    /** A close frame without a code, as a program gets it. RFC 6455, 7.1.5. */
    public static final int NO_CODE = 1005;

    /** More than API Gateway sends in a message. */
    static final int PAYLOAD_MAX = 1024 * 1024;

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    /** A mask keeps proxies from reading payloads as HTTP; it needn't be secret here. */
    private static final byte[] MASK = {0x1f, 0x2e, 0x3d, 0x4c};

    public static Frame text(String text) {
        return client(FIN | TEXT, text.getBytes(UTF_8));
    }

    public static Frame binary(byte[] bytes) {
        return client(FIN | BINARY, bytes);
    }

    public static Frame ping(String payload) {
        return client(FIN | PING, payload.getBytes(UTF_8));
    }

    /**
     * A message of text, in as few frames as it takes.
     *
     * @param longest bytes of a frame, at least 1; a character of more than one byte may be in two frames
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.4">RFC 6455, 5.4</a>
     */
    public static List<Frame> message(String text, int longest) {
        var bytes = text.getBytes(UTF_8);
        var frames = new ArrayList<Frame>();
        var begin = 0;
        do {
            var end = (int) Math.min(bytes.length, (long) begin + longest);
            var first = (begin == 0 ? TEXT : CONTINUATION) | (end == bytes.length ? FIN : 0);
            frames.add(client(first, Arrays.copyOfRange(bytes, begin, end)));
            begin = end;
        } while (begin < bytes.length);
        return frames;
    }

    public static Frame close(int code) {
        return client(FIN | CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** What a close frame is answered with: its own code, if it has one. */
    public Frame closeAnswer() {
        return client(FIN | CLOSE, Arrays.copyOf(payload, payload.length < 2 ? 0 : 2));
    }

    static Frame pong(byte[] payload) {
        return client(FIN | PONG, payload);
    }

    private static Frame client(int first, byte[] payload) {
        return new Frame(first, true, payload);
    }

    public int opcode() {
        return first & 0x0f;
    }

    public boolean isLast() {
        return (first & FIN) != 0;
    }

    /** Whether a bit is set that only an extension gives a meaning. */
    public boolean hasReservedBits() {
        return (first & RESERVED) != 0;
    }

    public boolean isControl() {
        return opcode() >= CLOSE;
    }

    public String text() {
        return new String(payload, UTF_8);
    }

    /** Of a close frame. */
    public int closeCode() {
        return payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    /** Of a close frame; may be empty. */
    public String closeReason() {
        return payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, UTF_8);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream(payload.length + 14);
        bytes.write(first);
        if (payload.length < TWO_BYTES) {
            bytes.write(MASKED | payload.length);
        } else if (payload.length <= 0xffff) {
            bytes.write(MASKED | TWO_BYTES);
            bytes.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            bytes.write(MASKED | EIGHT_BYTES);
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        bytes.writeBytes(MASK);
        bytes.writeBytes(unmasked(payload, MASK));
        return bytes.toByteArray();
    }

    /**
     * Reads a frame whose first byte has come.
     *
     * @throws IOException if the connection ended, or the frame is longer than {@value #PAYLOAD_MAX} bytes
     */
    static Frame read(int first, DataInputStream in) throws IOException {
        var second = in.readUnsignedByte();
        var length = length(second & ~MASKED, in);
        if (length < 0 || length > PAYLOAD_MAX) {
            throw new IOException(
                    "a frame of " + Long.toUnsignedString(length) + " bytes came: more than is read here");
        }
        var masked = (second & MASKED) != 0;
        var mask = in.readNBytes(masked ? MASK.length : 0);
        var payload = new byte[(int) length];
        in.readFully(payload);
        return new Frame(first, masked, masked ? unmasked(payload, mask) : payload);
    }

    private static long length(int first, DataInputStream in) throws IOException {
        return switch (first) {
            case TWO_BYTES -> in.readUnsignedShort();
            case EIGHT_BYTES -> in.readLong();
            default -> first;
        };
    }

    private static byte[] unmasked(byte[] payload, byte[] mask) {
        var bytes = new byte[payload.length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (payload[i] ^ mask[i % mask.length]);
        }
        return bytes;
    }
}
