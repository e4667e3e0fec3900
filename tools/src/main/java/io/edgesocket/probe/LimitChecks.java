package io.edgesocket.probe;

import io.edgesocket.probe.Dialogue.Reply;
import io.edgesocket.probe.wire.Frame;
import java.io.IOException;
import java.util.List;

/** API Gateway's limits, tried. */
record LimitChecks(Observed observed) {
    private static final int FRAME = 32 * 1024;
    private static final int MESSAGE = 128 * 1024;
    private static final int TOO_BIG = 1009;
    private static final int UNSUPPORTED = 1003;

    static List<Check> of(Observed observed) {
        var checks = new LimitChecks(observed);
        return List.of(
                new Check(
                        "limits.frame",
                        "a frame of 32 KB is taken",
                        Pages.AG_QUOTAS,
                        () -> checks.over(LimitChecks::frame)),
                new Check(
                        "limits.frame-more",
                        "a longer frame closes the connection with 1009",
                        Pages.AG_QUOTAS,
                        () -> checks.over(
                                dialogue -> closed(dialogue, TOO_BIG, List.of(Frame.text(text(FRAME + 1024)))))),
                new Check(
                        "limits.message-more",
                        "a message longer than 128 KB closes the connection with 1009",
                        Pages.AG_QUOTAS,
                        () -> checks.over(LimitChecks::message)),
                new Check(
                        "limits.binary",
                        "a binary frame closes the connection with 1003",
                        Pages.AG_QUOTAS,
                        () -> checks.over(dialogue ->
                                closed(dialogue, UNSUPPORTED, List.of(Frame.binary(new byte[] {1, 2, 3}))))));
    }

    private static Outcome frame(Dialogue dialogue) throws IOException {
        dialogue.send(Frame.text(text(FRAME)));
        var reply = dialogue.ping("limits");
        return reply instanceof Reply.Pong
                ? Outcome.passed("open after it")
                : Outcome.failed(
                        reply.words(),
                        "something in between has a lower limit than API Gateway",
                        "send smaller frames, or connect without proxies in between");
    }

    /** Of frames that are short enough, but one more than fits. */
    private static Outcome message(Dialogue dialogue) {
        return closed(dialogue, TOO_BIG, Frame.message("x".repeat(MESSAGE + 1), FRAME));
    }

    /** A text of JSON: what isn't JSON goes to $default too. */
    private static String text(int length) {
        return "\"" + "x".repeat(length - 2) + "\"";
    }

    private static Outcome closed(Dialogue dialogue, int code, List<Frame> frames) {
        try {
            for (var frame : frames) {
                dialogue.send(frame);
            }
        } catch (IOException closedMeanwhile) {
            // what it was closed with may still be read
        }
        var reply = dialogue.next();
        while (reply instanceof Reply.Text || reply instanceof Reply.Bytes) {
            reply = dialogue.next();
        }
        return reply instanceof Reply.Closed closed && closed.code() == code
                ? Outcome.passed(closed.words())
                : Outcome.failed(
                        reply.words(),
                        "the origin isn't a WebSocket API of API Gateway, or AWS has changed this limit",
                        "look at AWS's page of quotas, and report a difference with what --wire shows");
    }

    private Outcome over(Observed.Examined examined) throws IOException {
        return observed.target().limits() ? observed.overConnection(examined) : Outcome.skipped("--limits tries them");
    }
}
