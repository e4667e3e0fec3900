package io.edgesocket.local.lambda;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What comes out of a process: what the function prints, and what its runtime tells, such as an answer. Both come through one
 * pipe, as two would not keep their order: what is printed before an answer is read before it.
 *
 * <p>A message is a mark, a byte that says what it is, its length in four bytes, and itself. A long one comes in parts, each of
 * which is written at once, so that nothing that others print comes in between.
 */
final class ChildOutput {
    /** Bytes of a message that are kept. An answer has at most 6 MB in Lambda: what is longer is refused, be it cut. */
    static final int LENGTH_MAX = 12 << 20;

    private static final int MARK_LENGTH = 16;
    private static final byte PART = '+';
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Takes the messages, in their order. */
    @FunctionalInterface
    interface Messages {
        /** @param kind as the runtime's {@code channel.mjs} or {@code lambda.py} names it */
        void add(byte kind, byte[] message) throws IOException;
    }

    private final byte[] mark;
    private final OutputStream printed;
    private final Messages messages;
    /** The parts of a message whose last has not come yet. */
    private ByteArrayOutputStream parts = new ByteArrayOutputStream();

    private volatile boolean awaited;

    /** @param printed takes what is printed */
    ChildOutput(OutputStream printed, Messages messages) {
        this.mark = mark();
        this.printed = printed;
        this.messages = messages;
    }

    /** Random, so that a function can't print it. No text has the zero that it begins with. */
    private static byte[] mark() {
        var mark = new byte[MARK_LENGTH];
        RANDOM.nextBytes(mark);
        mark[0] = 0;
        return mark;
    }

    /** Only the process may know it. */
    byte[] secretMark() {
        return mark.clone();
    }

    /** Returns when the process has closed the pipe, and so has what it started. */
    void read(InputStream from) throws IOException {
        var in = new PushbackInputStream(new BufferedInputStream(new Awaited(from)), MARK_LENGTH);
        for (var next = in.read(); next >= 0; next = in.read()) {
            if (next == mark[0] && isMark(in)) {
                readMessage(new DataInputStream(in));
            } else {
                printed.write(next);
            }
        }
    }

    /** Whether all that has come is read and passed on, and more is waited for. */
    boolean isAwaited() {
        return awaited;
    }

    private final class Awaited extends FilterInputStream {
        Awaited(InputStream from) {
            super(from);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            awaited = true;
            try {
                return in.read(bytes, offset, length);
            } finally {
                awaited = false;
            }
        }
    }

    /** Where a zero was printed, it waits until more comes: an answer, if nothing else. */
    private boolean isMark(PushbackInputStream in) throws IOException {
        var rest = in.readNBytes(MARK_LENGTH - 1);
        var found = Arrays.equals(rest, 0, rest.length, mark, 1, MARK_LENGTH);
        if (!found) {
            in.unread(rest);
        }
        return found;
    }

    private void readMessage(DataInputStream in) throws IOException {
        var kind = in.readByte();
        var length = in.readInt();
        if (length < 0 || length > LENGTH_MAX) {
            throw new IOException("a message of " + length + " bytes");
        }
        var part = in.readNBytes(length);
        if (kind == PART) {
            keep(part);
        } else {
            messages.add(kind, whole(part));
        }
    }

    private void keep(byte[] part) {
        parts.write(part, 0, Math.min(part.length, LENGTH_MAX - parts.size()));
    }

    private byte[] whole(byte[] last) {
        if (parts.size() == 0) {
            return last;
        }
        keep(last);
        var whole = parts.toByteArray();
        parts = new ByteArrayOutputStream();
        return whole;
    }
}
