package io.edgesocket.probe;

import io.edgesocket.probe.Dialogue.Reply;
import io.edgesocket.probe.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** How a connection ends. */
final class CloseChecks {
    private static final int NORMAL = 1000;
    /** Of the client's patience, it is watched so much: 1 s of 10, and never more. */
    private static final int PART = 10;

    private static final Duration MOST = Duration.ofSeconds(1);

    private CloseChecks() {}

    static List<Check> of(Observed observed) {
        return List.of(
                new Check(
                        "close.stays-open",
                        "a connection stays open until somebody closes it",
                        Pages.AG_QUOTAS,
                        () -> observed.overConnection(dialogue ->
                                staysOpen(dialogue, moment(observed.client().patience())))),
                new Check(
                        "close.answered",
                        "the client's close frame is answered with its code",
                        Pages.RFC_CLOSE,
                        () -> observed.overConnection(CloseChecks::answered)));
    }

    private static Duration moment(Duration patience) {
        var part = patience.dividedBy(PART);
        return part.compareTo(MOST) < 0 ? part : MOST;
    }

    private static Outcome staysOpen(Dialogue dialogue, Duration moment) {
        var reply = dialogue.next(moment);
        if (reply instanceof Reply.Closed || reply instanceof Reply.Cut) {
            return Outcome.failed(
                    reply.words() + ", at once after the 101",
                    "code deletes the connection through @connections when it is made, or a proxy in between ends it",
                    "look at the log of $connect's function, and connect without proxies in between");
        }
        return Outcome.passed("open after " + moment.toMillis() + " ms");
    }

    private static Outcome answered(Dialogue dialogue) throws IOException {
        dialogue.send(Frame.close(NORMAL));
        var reply = dialogue.next();
        while (reply instanceof Reply.Text || reply instanceof Reply.Bytes) {
            reply = dialogue.next(); // sent before the close frame arrived
        }
        if (reply instanceof Reply.Closed closed && closed.code() == NORMAL) {
            return Outcome.passed(closed.words());
        }
        return Outcome.failed(
                reply.words(),
                "a proxy in between ends connections without the closing handshake",
                "connect without proxies in between; clients see this end as 1006");
    }
}
