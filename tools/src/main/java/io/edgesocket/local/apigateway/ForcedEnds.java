package io.edgesocket.local.apigateway;

import io.edgesocket.local.journal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.core.CloseStatus;

/** Ends connections now, which on AWS ends them at another time. Each says whether there is such a connection. */
public final class ForcedEnds {
    /** Bytes, as a control frame has at most 125, and 2 of them are the code (RFC 6455, 5.5). */
    private static final int REASON_MAX = 123;

    private final Connections connections;
    private final GatewayOptions options;

    ForcedEnds(Connections connections, GatewayOptions options) {
        this.connections = connections;
        this.options = options;
    }

    /** Without a close frame, as when a network goes away. */
    public boolean drop(String connectionId) {
        return end(connectionId, Connection::drop);
    }

    /** As if nothing had come for ten minutes. */
    public boolean idleOut(String connectionId) {
        return end(
                connectionId,
                connection -> connection.close(
                        ConnectionEnd.idle(options.idleTimeout()).onPurpose()));
    }

    /** As if it had been open for two hours. */
    public boolean endOfTwoHours(String connectionId) {
        return end(
                connectionId,
                connection -> connection.close(
                        ConnectionEnd.tooOld(options.maxDuration()).onPurpose()));
    }

    /**
     * With a code.
     *
     * @throws IllegalArgumentException if no close frame may have this code (RFC 6455, 7.4), or the reason is over 123 bytes
     */
    public boolean close(String connectionId, int code, String reason) {
        if (!CloseStatus.isTransmittableStatusCode(code)) {
            throw new IllegalArgumentException(
                    code + " can't be sent: give 1000 to 1003, 1007 to 1014, or 3000 to 4999");
        }
        if (reason.getBytes(StandardCharsets.UTF_8).length > REASON_MAX) {
            throw new IllegalArgumentException("the reason is longer than " + REASON_MAX + " bytes");
        }
        var why =
                new Refusal(code, "it was asked to be closed with this code", "nothing: it was a fault on purpose", "");
        var end = new ConnectionEnd(new CloseStatus(code, reason), Optional.of(why));
        return end(connectionId, connection -> connection.close(end));
    }

    private boolean end(String connectionId, Consumer<Connection> how) {
        var found = connections.find(connectionId);
        found.ifPresent(how);
        return found.isPresent();
    }
}
