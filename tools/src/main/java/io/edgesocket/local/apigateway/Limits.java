package io.edgesocket.local.apigateway;

import java.time.Duration;
import org.eclipse.jetty.websocket.core.Configuration;

/**
 * The limits of a connection. AWS's limit of 500 new connections a second is not played.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">Quotas</a>
 */
public final class Limits {
    /** Bytes of a frame that a client sends; a longer one closes with 1009. */
    public static final int FRAME = 32 * 1024;
    /** Bytes of a message, either way; a longer one of a client closes with 1009. */
    static final int MESSAGE = 128 * 1024;
    /** Whether pings end the idle time is not documented; here they do. */
    static final Duration IDLE = Duration.ofMinutes(10);

    static final Duration OPEN = Duration.ofHours(2);
    /** How long a client may take to answer a close frame. */
    static final Duration CLOSING = Duration.ofSeconds(5);
    /** Bytes that wait for one client, before calls of {@code @connections} for it are refused. */
    static final int WAITING = 1024 * 1024;

    /** Messages of one client that are worked on at a time. AWS has no such limit; here it keeps one client from all memory. */
    static final int MESSAGES_AT_ONCE = 128;

    private Limits() {}

    /** A message to a client is one frame. What comes from it is judged frame by frame, by the connection itself. */
    static void customize(Configuration socket) {
        socket.setAutoFragment(false);
        socket.setMaxFrameSize(MESSAGE);
        socket.setIdleTimeout(Duration.ZERO);
    }
}
