package io.edgesocket.probe.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a client sends, right or wrong. */
final class Bytes {
    static final int FIN = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    private Bytes() {}

    /** A frame as it must be. */
    static byte[] frame(int first, byte... payload) {
        return frame(first, true, lengthOf(payload.length), payload);
    }

    static byte[] frame(int first, String payload) {
        return frame(first, payload.getBytes(UTF_8));
    }

    static byte[] unmasked(int first, byte... payload) {
        return frame(first, false, lengthOf(payload.length), payload);
    }

    /** With its length in more bytes than it takes. */
    static byte[] longer(int first, int lengthBytes, byte... payload) {
        return frame(first, true, lengthBytes, payload);
    }

    static byte[] close(int code, String reason) {
        return frame(FIN | CLOSE, all(new byte[] {(byte) (code >> 8), (byte) code}, reason.getBytes(UTF_8)));
    }

    static byte[] all(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static byte[] filled(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    /** @param hex such as {@code c3 a9} */
    static byte[] hex(String hex) {
        var bytes = new ByteArrayOutputStream();
        for (var octet : hex.split(" ")) {
            bytes.write(Integer.parseInt(octet, 16));
        }
        return bytes.toByteArray();
    }

    private static int lengthOf(int length) {
        if (length < 126) {
            return 0;
        }
        return length < 0x10000 ? 2 : 8;
    }

    private static byte[] frame(int first, boolean masked, int lengthBytes, byte... payload) {
        var bytes = new ByteArrayOutputStream();
        var bit = masked ? 0x80 : 0;
        bytes.write(first);
        switch (lengthBytes) {
            case 0 -> bytes.write(bit | payload.length);
            case 2 -> {
                bytes.write(bit | 126);
                bytes.writeBytes(
                        ByteBuffer.allocate(2).putShort((short) payload.length).array());
            }
            default -> {
                bytes.write(bit | 127);
                bytes.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
            }
        }
        if (masked) {
            bytes.writeBytes(MASK);
        }
        for (var i = 0; i < payload.length; i++) {
            bytes.write(masked ? payload[i] ^ MASK[i % MASK.length] : payload[i]);
        }
        return bytes.toByteArray();
    }
}
