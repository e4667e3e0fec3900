package io.edgesocket.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes, with as few reads as possible. */
final class Lines {
    /** Bytes. An answer has at most 6 MB in Lambda; with escapes it may become twice as long here. */
    static final int LENGTH_MAX = 12 << 20;

    private static final int FIRST_SIZE = 16 << 10;

    private final InputStream from;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int start;
    private int seen;
    private int end;

    Lines(InputStream from) {
        this.from = from;
    }

    /** The next line, without its end; null if there is none. */
    byte[] next() throws IOException {
        while (true) {
            for (; seen < end; seen++) {
                if (buffer[seen] == '\n') {
                    return take();
                }
            }
            makeRoom();
            var read = from.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return null;
            }
            end += read;
        }
    }

    private byte[] take() {
        var line = Arrays.copyOfRange(buffer, start, seen);
        start = ++seen;
        return line;
    }

    private void makeRoom() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            seen -= start;
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (end >= LENGTH_MAX) {
                throw new IOException("a line of more than " + LENGTH_MAX + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
    }
}
