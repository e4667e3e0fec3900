package io.edgesocket.connections;

import java.time.Duration;
import java.time.Instant;

/**
 * A connection as the table has it.
 *
 * @param connectedAt when the handshake came
 */
record KnownConnection(String id, Instant connectedAt) {
    /**
     * API Gateway ends every connection by then.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">Quotas
     *      of WebSocket APIs</a>
     */
    static final Duration LONGEST = Duration.ofHours(2);

    /**
     * How long a handshake may take: {@code $connect} is answered within 29 seconds. Until then API Gateway says of the
     * connection that it is gone, though it is about to be there.
     */
    static final Duration HANDSHAKE = Duration.ofSeconds(30);

    Instant expires() {
        return connectedAt.plus(LONGEST);
    }

    /** DynamoDB may take days to delete what has expired. */
    boolean isExpired(Instant now) {
        return now.isAfter(expires());
    }

    boolean mayBeConnecting(Instant now) {
        return now.isBefore(connectedAt.plus(HANDSHAKE));
    }
}
