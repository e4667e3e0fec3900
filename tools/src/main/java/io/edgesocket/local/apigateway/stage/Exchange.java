package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.journal.Trace;
import java.nio.charset.StandardCharsets;

/**
 * One handshake, message or end of a connection, on its way through a route.
 *
 * @param at    milliseconds since 1970
 * @param what  its kind, with what only this kind has
 * @param trace reports its steps
 */
public record Exchange(Client client, String routeKey, String requestId, long at, What what, Trace trace) {

    /** The same exchange, of a client of whom more is known. */
    public Exchange as(Client known) {
        return new Exchange(known, routeKey, requestId, at, what, trace);
    }

    /** What API Gateway calls the event type. */
    public sealed interface What {
        String eventType();

        default byte[] body() {
            return new byte[0];
        }
    }

    public record Connecting(ConnectRequest request, QueryString query) implements What {
        public Connecting(ConnectRequest request) {
            this(request, QueryString.parse(request.query()));
        }

        @Override
        public String eventType() {
            return "CONNECT";
        }
    }

    /** @param body the message, UTF-8, which is not changed any more */
    public record Message(String id, byte[] body) implements What {
        @Override
        public String eventType() {
            return "MESSAGE";
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public record Disconnecting(int code, String reason) implements What {
        @Override
        public String eventType() {
            return "DISCONNECT";
        }
    }
}
