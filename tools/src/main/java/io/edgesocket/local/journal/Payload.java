package io.edgesocket.local.journal;

import java.nio.charset.StandardCharsets;

/** The beginning of a message, as an event has it: an event is kept for a while, and a message may have 128 KB. */
public final class Payload {
    /** Bytes of it that are shown. */
    public static final int SHOWN = 4_096;

    private Payload() {}

    /** The text; if it is longer than {@value #SHOWN} bytes, its beginning and {@code …}. */
    public static String of(byte[] bytes) {
        return bytes.length <= SHOWN
                ? new String(bytes, StandardCharsets.UTF_8)
                : new String(bytes, 0, start(bytes), StandardCharsets.UTF_8) + "…";
    }

    /** Not within a character: its further bytes begin with the bits 10. */
    private static int start(byte[] bytes) {
        var end = SHOWN;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }
}
