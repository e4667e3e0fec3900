package io.edgesocket.probe.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * What went over the wire, a line each: {@code >} was sent and {@code <} came. Secrets are hidden as they are written. One
 * thread uses it.
 */
public final class WireLog {
    /** Keeps nothing, for connections that last. Any thread may use it. */
    public static final WireLog NONE = new WireLog(Secrets.NONE, false);

    private static final int TEXT_MAX = 200;

    private final Secrets secrets;
    private final boolean keeps;
    private final List<String> lines = new ArrayList<>();

    public WireLog(Secrets secrets) {
        this(secrets, true);
    }

    private WireLog(Secrets secrets, boolean keeps) {
        this.secrets = secrets;
        this.keeps = keeps;
    }

    void note(String text) {
        add("* " + text);
    }

    void sent(HttpRequest request) {
        request.text().lines().filter(line -> !line.isEmpty()).forEach(line -> add("> " + line));
    }

    void came(HttpAnswer answer) {
        add("< " + answer.version() + " " + answer.status());
        answer.headers().forEach(header -> add("< " + header.name() + ": " + header.value()));
        if (!answer.body().isEmpty()) {
            add("< " + answer.body());
        }
    }

    void sent(Frame frame) {
        add("> " + words(frame));
    }

    void came(Frame frame) {
        add("< " + words(frame));
    }

    private static String words(Frame frame) {
        var size = ", " + frame.payload().length + " bytes";
        return switch (frame.opcode()) {
            case Frame.TEXT -> "text" + size + ": " + frame.text();
            case Frame.BINARY -> "binary" + size;
            case Frame.CONTINUATION -> "continuation" + size;
            case Frame.CLOSE -> ("close " + frame.closeCode() + " " + frame.closeReason()).strip();
            case Frame.PING -> "ping" + size;
            case Frame.PONG -> "pong" + size;
            default -> "opcode " + frame.opcode() + size;
        };
    }

    private void add(String line) {
        if (!keeps) {
            return;
        }
        var hidden = hidden(line);
        lines.add(hidden.length() > TEXT_MAX ? hidden.substring(0, TEXT_MAX) + "…" : hidden);
    }

    /** A text without the secrets. */
    public String hidden(String text) {
        return secrets.hidden(text);
    }

    /** What was noted since the last call. */
    public List<String> take() {
        var taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
