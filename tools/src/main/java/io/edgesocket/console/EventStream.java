package io.edgesocket.console;

import io.edgesocket.console.Events.Batch;
import io.edgesocket.console.Events.Line;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What one open page is sent: server-sent events, each with all that happened since the one before. If the page can't
 * follow, what matters least is left out, and counted.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class EventStream {
    /** Events a second that a page can show without a stall. */
    private static final double RATE = 1_000;
    /** So many at once, as when it is opened. */
    private static final double AT_ONCE = History.KEPT;

    private static final long SILENCE_MAX = 5_000_000_000L;

    private final Events events;
    private final Response response;
    private final Callback end;
    private long seen;
    private double mayShow = AT_ONCE;
    private long lookedAt = System.nanoTime();
    private long wroteAt = System.nanoTime();
    private boolean begun;
    private volatile boolean writing;
    private volatile boolean ended;

    /** @param seen the number of the last event that the page has */
    EventStream(Events events, long seen, Response response, Callback end) {
        this.events = events;
        this.seen = seen;
        this.response = response;
        this.end = end;
    }

    boolean isEnded() {
        return ended;
    }

    /** Sends what is new, unless the page still takes what was sent before. To be called from one thread, often. */
    void look() {
        var now = System.nanoTime();
        if (ended || writing) {
            return;
        }
        mayShow = Math.min(AT_ONCE, mayShow + RATE * (now - lookedAt) / 1e9);
        lookedAt = now;
        if (!begun) {
            begun = true;
            write("event: about\ndata: " + events.about() + "\n\n");
            return;
        }
        var batch = events.after(seen);
        if (batch.last() > seen) {
            seen = batch.last();
            write(message(batch));
        } else if (now - wroteAt > SILENCE_MAX) {
            write(": still here\n\n");
        }
    }

    private String message(Batch batch) {
        var shown = shown(batch.lines());
        mayShow = Math.max(0, mayShow - shown.size()); // what matters is sent in any case
        var missed = batch.missed() + batch.lines().size() - shown.size();
        return "id: " + batch.last() + "\ndata: {\"missed\":" + missed + ",\"events\":"
                + shown.stream().map(Line::json).collect(Collectors.joining(",", "[", "]")) + "}\n\n";
    }

    /** All; or else the newest, and those that matter. */
    private List<Line> shown(List<Line> lines) {
        if (lines.size() <= mayShow) {
            return lines;
        }
        var leftOut = lines.size() - (int) mayShow;
        var shown = new ArrayList<Line>();
        for (var line : lines) {
            if (leftOut > 0 && !line.matters()) {
                leftOut--;
            } else {
                shown.add(line);
            }
        }
        return shown;
    }

    private void write(String text) {
        writing = true;
        wroteAt = System.nanoTime();
        response.write(
                false,
                ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
                Callback.from(() -> writing = false, this::end));
    }

    void end(Throwable why) {
        if (!ended) {
            ended = true;
            end.failed(why);
        }
    }
}
