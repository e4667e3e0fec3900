package io.edgesocket.probe;

import io.edgesocket.probe.Dialogue.Reply;
import io.edgesocket.probe.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whether messages go through. */
record MessageChecks(Observed observed) {
    private static final String PING = "edgesocket";

    static List<Check> of(Observed observed) {
        var checks = new MessageChecks(observed);
        return List.of(
                new Check(
                        "messages.answers",
                        "each message gets its answer",
                        Pages.AG_CONNECT,
                        () -> checks.ifMessages(checks::answers)),
                new Check(
                        "messages.order",
                        "answers come in the order of their messages",
                        Pages.AG_CONNECT,
                        () -> checks.ifMessages(checks::order)),
                new Check(
                        "messages.frames",
                        "frames come unmasked and with no reserved bit",
                        Pages.RFC_FRAMES,
                        () -> checks.ifMessages(checks::frames)),
                new Check(
                        "messages.pong",
                        "a ping is answered with a pong of the same content",
                        Pages.RFC_PONG,
                        () -> observed.overConnection(MessageChecks::pong)));
    }

    private Outcome answers(Dialogue dialogue) throws IOException {
        var took = new ArrayList<Duration>();
        for (var message : messages()) {
            var began = System.nanoTime();
            dialogue.send(Frame.text(message.send()));
            var reply = dialogue.next();
            if (!(reply instanceof Reply.Text text)) {
                return noAnswer(message, reply);
            }
            if (!message.isAnsweredBy(text.text())) {
                return otherAnswer(message, reply);
            }
            took.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return Outcome.passed(latency(took));
    }

    private static Outcome noAnswer(Message message, Reply reply) {
        return Outcome.failed(
                reply.words() + ", after \"" + message.send() + "\"",
                reply instanceof Reply.Silence
                        ? "the route has no route response, its integration waits, or the answer is sent to @connections"
                                + " through CloudFront, where it never arrives"
                        : "the other side ended the connection instead of answering",
                "give the route a response (Route.replying()), have functions post to the stage's own management endpoint, and"
                        + " look at the function's log");
    }

    private static Outcome otherAnswer(Message message, Reply reply) {
        var words = reply.words();
        if (words.contains("\"Internal server error\"")) {
            return Outcome.failed(
                    words,
                    "the integration of this route fails or may not be called",
                    "look at its log, and whether API Gateway has the right to call it for this route");
        }
        if (words.contains("\"Forbidden\"")) {
            return Outcome.failed(
                    words,
                    "no route has this key, and there is no $default route; or the stage wasn't deployed since the route was"
                            + " made",
                    "see what the route selection expression reads of \"" + message.send() + "\", and deploy");
        }
        return Outcome.failed(
                words + ", after \"" + message.send() + "\"",
                "another route has answered, or the function has another version than expected",
                "expected was a text with \"" + message.expect().orElse("")
                        + "\": see which route the message chooses");
    }

    private static String latency(List<Duration> took) {
        var millis = took.stream().map(Duration::toMillis).sorted().toList();
        return millis.size() == 1
                ? "1 answer in " + millis.get(0) + " ms"
                : millis.size() + " answers; fastest " + millis.get(0) + " ms, median " + percentile(millis, 50)
                        + " ms, 95th percentile " + percentile(millis, 95) + " ms";
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    /** All at once, so that a fast answer could overtake a slow one. */
    private Outcome order(Dialogue dialogue) throws IOException {
        if (messages().size() < 2
                || messages().stream().anyMatch(each -> each.expect().isEmpty())) {
            return Outcome.skipped("it takes two messages, each with --expect");
        }
        for (var message : messages()) {
            dialogue.send(Frame.text(message.send()));
        }
        var answers = new ArrayList<String>();
        for (var message : messages()) {
            var reply = dialogue.next();
            if (!(reply instanceof Reply.Text text)) {
                return noAnswer(message, reply);
            }
            answers.add(text.text());
        }
        var inOrder = IntStream.range(0, answers.size())
                .allMatch(index -> messages().get(index).isAnsweredBy(answers.get(index)));
        return inOrder
                ? Outcome.passed(answers.size() + " answers in order")
                : Outcome.warned(
                        String.join(" | ", answers),
                        "AWS promises no order: integrations run at the same time, and a fast answer overtakes",
                        "number messages, or put them into a FIFO queue: docs/services.md");
    }

    private Outcome frames(Dialogue dialogue) throws IOException {
        var came = 0;
        for (var message : messages()) {
            dialogue.send(Frame.text(message.send()));
            var reply = dialogue.next();
            if (!(reply instanceof Reply.Text || reply instanceof Reply.Bytes)) {
                break; // that is messages.answers' matter
            }
            came++;
        }
        if (came == 0) {
            return Outcome.skipped("no message came: see messages.answers");
        }
        return dialogue.faults().isEmpty()
                ? Outcome.passed("as they must be")
                : Outcome.failed(
                        String.join(", ", dialogue.faults()),
                        "what answers isn't a WebSocket server, or a proxy in between changes frames",
                        "connect without proxies in between; clients end this connection");
    }

    private static Outcome pong(Dialogue dialogue) throws IOException {
        var reply = dialogue.ping(PING);
        if (reply instanceof Reply.Pong pong && pong.payload().equals(PING)) {
            return Outcome.passed("a pong");
        }
        return Outcome.failed(
                reply instanceof Reply.Pong pong ? "a pong with \"" + pong.payload() + "\"" : reply.words(),
                "what answers isn't a WebSocket server, or a proxy in between doesn't pass control frames",
                "connect without proxies in between");
    }

    private List<Message> messages() {
        return observed.target().messages();
    }

    private Outcome ifMessages(Observed.Examined examined) throws IOException {
        return messages().isEmpty() ? Outcome.skipped("--send gives no message") : observed.overConnection(examined);
    }
}
