package io.edgesocket.probe;

import io.edgesocket.probe.Dialogue.Reply;
import io.edgesocket.probe.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a silent connection is closed, and that one with messages isn't. Both are watched at the same time, as each takes as
 * long.
 */
final class IdleChecks {
    private static final Duration TOLERANCE_MAX = Duration.ofSeconds(30);
    /** How often the lively connection sends a message in the idle time. */
    private static final int MESSAGES = 4;

    private final Observed observed;
    private Optional<Seen> seen = Optional.empty();

    private IdleChecks(Observed observed) {
        this.observed = observed;
    }

    /** What became of the two connections: of the silent one its end, if it ended, and when. */
    private record Seen(Optional<Reply> end, Duration after, Optional<Reply> livelyEnd) {}

    static List<Check> of(Observed observed) {
        var checks = new IdleChecks(observed);
        return List.of(
                new Check(
                        "idle.closed",
                        "a silent connection is closed after "
                                + observed.target()
                                        .idle()
                                        .map(Duration::toSeconds)
                                        .orElse(600L) + " s",
                        Pages.AG_QUOTAS,
                        Basis.SEEN,
                        () -> checks.ifWanted(checks::closed)),
                new Check(
                        "idle.kept",
                        "a connection with messages stays open for longer",
                        Pages.AG_QUOTAS,
                        () -> checks.ifWanted(checks::kept)));
    }

    private Outcome closed(Seen what) {
        if (what.end().isEmpty()) {
            return Outcome.failed(
                    "open after " + what.after().toSeconds() + " s",
                    "something in between keeps the connection alive, or the limit is another one",
                    "connect without proxies in between, and look at AWS's page of quotas");
        }
        var seconds = String.format(Locale.ROOT, "%.1f", what.after().toMillis() / 1000.0);
        var words = what.end().get().words() + " after " + seconds + " s";
        return what.after().compareTo(idle().minus(tolerance())) >= 0
                ? Outcome.passed(words)
                : Outcome.failed(
                        words,
                        "a proxy, a firewall or CloudFront's own limit ends silent connections sooner",
                        "send a message more often than that, such as a ping of the application every minute");
    }

    private Outcome kept(Seen what) {
        if (observed.target().messages().isEmpty()) {
            return Outcome.skipped("--send gives no message to keep it alive with");
        }
        return what.livelyEnd().isEmpty()
                ? Outcome.passed("open")
                : Outcome.failed(
                        what.livelyEnd().get().words(),
                        "something in between ends connections after a time, or the stack was deployed meanwhile",
                        "run it again; clients must connect again in any case, at the latest after two hours");
    }

    private Outcome ifWanted(Function<Seen, Outcome> judge) throws IOException {
        if (observed.target().idle().isEmpty()) {
            return Outcome.skipped("--idle waits for it");
        }
        if (seen.isPresent()) {
            return judge.apply(seen.get());
        }
        return observed.overConnection(silent -> {
            try (var lively = observed.open(observed.target().address())) {
                var watched = watch(silent, lively);
                seen = Optional.of(watched);
                return judge.apply(watched);
            }
        });
    }

    private Seen watch(Dialogue silent, Dialogue lively) {
        var began = System.nanoTime();
        var most = idle().plus(tolerance());
        var end = Optional.<Reply>empty();
        var ended = most;
        var livelyEnd = Optional.<Reply>empty();
        while (since(began).compareTo(most) < 0 && !(end.isPresent() && isOver(livelyEnd))) {
            var step = idle().dividedBy(MESSAGES);
            var left = most.minus(since(began));
            var wait = step.compareTo(left) < 0 ? step : left;
            var reply = (end.isEmpty() ? silent : lively).next(wait);
            if (end.isEmpty() && isEnd(reply)) {
                end = Optional.of(reply);
                ended = since(began);
            }
            livelyEnd = livelyEnd.isPresent() ? livelyEnd : endOf(lively);
        }
        return new Seen(end, ended, livelyEnd);
    }

    /** Whether nothing more can be learnt from the lively connection. */
    private boolean isOver(Optional<Reply> livelyEnd) {
        return livelyEnd.isPresent() || observed.target().messages().isEmpty();
    }

    /** How it ended, if it did when it was sent a message. */
    private Optional<Reply> endOf(Dialogue lively) {
        if (observed.target().messages().isEmpty()) {
            return Optional.empty();
        }
        try {
            lively.send(Frame.text(observed.target().messages().get(0).send()));
            return Optional.of(lively.next()).filter(IdleChecks::isEnd);
        } catch (IOException cut) {
            return Optional.of(new Reply.Cut(NetworkFailure.words(cut)));
        }
    }

    private static boolean isEnd(Reply reply) {
        return reply instanceof Reply.Closed || reply instanceof Reply.Cut;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Duration idle() {
        return observed.target().idle().orElseThrow();
    }

    private Duration tolerance() {
        var half = idle().dividedBy(2);
        return half.compareTo(TOLERANCE_MAX) < 0 ? half : TOLERANCE_MAX;
    }
}
