package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;

/**
 * Cuts WebSockets whose origin has sent nothing for ten minutes; what the viewer sends doesn't count. From time
 * to time it reads how many bytes each connection has written, so frames don't get slower.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html">Quotas</a>
 */
final class IdleWatch {
    static final Duration SILENCE_MAX = Duration.ofMinutes(10);

    private final Map<EndPoint, Seen> connections = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Clock clock;

    IdleWatch(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** @param bytes what had been written to the viewer by then */
    private record Seen(String requestId, long bytes, Instant since) {}

    void add(EndPoint viewer, String requestId) {
        connections.put(viewer, new Seen(requestId, -1, clock.instant()));
    }

    void look() {
        var now = clock.instant();
        connections.keySet().removeIf(viewer -> !viewer.isOpen());
        connections.replaceAll((viewer, seen) -> {
            var bytes = viewer.getConnection().getBytesOut();
            return seen.bytes() < 0
                    ? new Seen(seen.requestId(), bytes, seen.since())
                    : seen.bytes() == bytes ? seen : new Seen(seen.requestId(), bytes, now);
        });
        connections.forEach((viewer, seen) -> {
            if (!now.isBefore(seen.since().plus(SILENCE_MAX))) {
                cut(viewer, seen);
            }
        });
    }

    private void cut(EndPoint viewer, Seen seen) {
        new Trace(journal, clock, seen.requestId())
                .refused(
                        Step.CLOSE,
                        () -> new Refusal(
                                1006,
                                "the origin sent nothing for " + SILENCE_MAX.toMinutes()
                                        + " minutes: CloudFront cuts the connection",
                                "send something before, a ping or a message; what the viewer sends doesn't count",
                                CloudFrontGuide.page("cloudfront-limits")));
        viewer.close();
    }
}
