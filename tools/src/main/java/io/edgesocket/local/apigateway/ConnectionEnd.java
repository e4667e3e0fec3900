package io.edgesocket.local.apigateway;

import io.edgesocket.local.journal.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.CloseStatus;

/**
 * Why API Gateway closes a connection.
 *
 * @param refusal empty if it was asked to
 */
record ConnectionEnd(CloseStatus status, Optional<Refusal> refusal) {
    static final ConnectionEnd DELETED =
            new ConnectionEnd(new CloseStatus(CloseStatus.NORMAL, "Connection Closed Normally"), Optional.empty());
    /** The gateway itself ends. */
    static final ConnectionEnd GOING_AWAY = new ConnectionEnd(goingAway(), Optional.empty());

    /** A fault on purpose: no close frame is sent. */
    static final ConnectionEnd DROPPED = refused(
            new CloseStatus(CloseStatus.NO_CLOSE),
            "on purpose, as if the network went away",
            "let clients connect again when a connection ends without a close frame",
            "https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5");

    private static final String GUIDE = "https://docs.aws.amazon.com/apigateway/latest/developerguide/";
    private static final String QUOTAS = GUIDE + "apigateway-execution-service-websocket-limits-table.html";

    static ConnectionEnd idle(Duration limit) {
        return late(
                "no frame went either way for " + seconds(limit) + " seconds, the idle timeout",
                "send something before, a message or a ping, or connect again");
    }

    static ConnectionEnd tooOld(Duration limit) {
        return late(
                "it was open for " + seconds(limit) + " seconds, the longest that a connection may be",
                "connect again: no setting lengthens it");
    }

    /** {@code 600}, or {@code 0.5}. */
    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private static ConnectionEnd late(String because, String fix) {
        return refused(goingAway(), because, fix, QUOTAS);
    }

    /** The same before its time, as a fault. */
    ConnectionEnd onPurpose() {
        return new ConnectionEnd(
                status,
                refusal.map(why ->
                        new Refusal(why.status(), "on purpose, as if " + why.because(), why.fix(), why.source())));
    }

    /** @param status why the frame isn't taken */
    static ConnectionEnd badFrame(CloseStatus status) {
        return switch (status.getCode()) {
            case CloseStatus.BAD_DATA ->
                refused(
                        status,
                        "the client sent a binary frame",
                        "send text, Base64 for bytes: API Gateway takes no binary frames",
                        GUIDE + "websocket-api-develop-binary-media-types.html");
            case CloseStatus.MESSAGE_TOO_LARGE ->
                refused(
                        status,
                        status.getReason(),
                        "send a message of at most 128 KB, in frames of at most 32 KB each",
                        QUOTAS);
            default ->
                refused(
                        status,
                        status.getReason(),
                        "encode text as UTF-8",
                        "https://www.rfc-editor.org/rfc/rfc6455#section-8.1");
        };
    }

    private static ConnectionEnd refused(CloseStatus status, String because, String fix, String source) {
        return new ConnectionEnd(status, Optional.of(new Refusal(status.getCode(), because, fix, source)));
    }

    static ConnectionEnd mistake(Throwable mistake) {
        return new ConnectionEnd(
                new CloseStatus(CloseStatus.SERVER_ERROR, "Internal server error"),
                Optional.of(Refusal.ofMistake(CloseStatus.SERVER_ERROR, mistake)));
    }

    private static CloseStatus goingAway() {
        return new CloseStatus(CloseStatus.SHUTDOWN, "Going away");
    }
}
