package io.edgesocket.local.cloudfront;

import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports the origin's answer, and if it is no WebSocket, what at the edge is the likely cause. */
record AnswerReport(EdgeRequest viewers, EdgeRequest origins, OriginRequestPolicy policy) {

    void tell(Answer answer, Trace trace) {
        var likely = origins.viewer().webSocket() ? likelyCause(answer.status()) : Optional.<Refusal>empty();
        likely.ifPresentOrElse(
                refusal -> trace.refused(Step.ANSWER, () -> refusal),
                () -> trace.step(
                        Step.ANSWER,
                        () -> answer.status() + " to " + viewers.target(),
                        () -> Map.of("status", Integer.toString(answer.status()))));
    }

    private Optional<Refusal> likelyCause(int status) {
        if (status >= 200 && status < 400) {
            return Optional.of(new Refusal(
                    status,
                    "the path leads to the origin " + origins.origin().id() + ", where no WebSocket is",
                    "connect to a path of a WebSocket API: `local` prints which paths the distribution has",
                    ""));
        }
        if (status == 403
                && !origins.path().equals("/")
                && !origins.origin().path().isEmpty()) {
            return Optional.of(new Refusal(
                    status,
                    "the path " + origins.path() + " came after the origin's own: " + origins.originTarget(),
                    "API Gateway has no paths on WebSocket APIs: take it off at the edge " + "(WebSocketCdn.path)",
                    ""));
        }
        var dropped = policy.droppedQueryStrings(viewers).collect(Collectors.joining(", "));
        return (status == 401 || status == 403) && !dropped.isEmpty()
                ? Optional.of(new Refusal(
                        status,
                        "the origin refused, and never saw " + dropped,
                        "let the origin request policy forward it (WebSocketCdn.queryStrings)",
                        ""))
                : Optional.empty();
    }
}
