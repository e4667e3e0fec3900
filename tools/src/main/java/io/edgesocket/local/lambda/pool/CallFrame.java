package io.edgesocket.local.lambda.pool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Collection;

/**
 * A call as a process gets it: the length of the rest in four bytes, the number in eight; its id, when it has to be answered,
 * and the event, with blanks between.
 *
 * @param number of one that is sent ahead, greater than those before it; {@link #NOW} if the process is to begin it whatever comes
 */
public record CallFrame(long number, Call call) {
    static final long NOW = 0;
    /** An id, milliseconds since 1970, and the blanks behind them. */
    private static final int HEAD = 36 + 1 + 13 + 1;

    static CallFrame now(Call call) {
        return new CallFrame(NOW, call);
    }

    /** Bytes. */
    static int length(Call call) {
        return Integer.BYTES + Long.BYTES + HEAD + call.event().length;
    }

    int length() {
        return length(call);
    }

    /** Bytes of all. */
    public static int length(Collection<CallFrame> frames) {
        var length = 0;
        for (var frame : frames) {
            length += frame.length();
        }
        return length;
    }

    /** @param deadline in milliseconds since 1970 */
    public void writeTo(ByteBuffer bytes, long deadline) {
        bytes.putInt(length() - Integer.BYTES)
                .putLong(number)
                .put((call.requestId() + " " + deadline + " ").getBytes(US_ASCII))
                .put(call.event());
    }
}
