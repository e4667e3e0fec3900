package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code $connect} and {@code $disconnect}: allows every client, and logs each connection's start and end. With
 * the connection's id it logs CloudFront's request id, by which the handshake is found in CloudFront's own logs. If an
 * authorizer passes on one of the offered subprotocols, the answer chooses it: a browser ends a connection without one.
 */
public final class SessionHandler implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private static final String EDGE_REQUEST = "X-Amz-Cf-Id";

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var request = event.getRequestContext();
        context.getLogger().log(request.getEventType() + " " + request.getConnectionId() + edgeRequest(event) + "\n");
        var reply = Reply.of("");
        Authorized.of(request)
                .text("subprotocol")
                .ifPresent(chosen -> reply.setHeaders(Map.of("Sec-WebSocket-Protocol", chosen)));
        return reply;
    }

    /** A {@code $disconnect} event has no headers. */
    private static String edgeRequest(APIGatewayV2WebSocketEvent event) {
        return Optional.ofNullable(event.getHeaders()).orElse(Map.of()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(EDGE_REQUEST))
                .map(header -> " " + header.getValue())
                .findFirst()
                .orElse("");
    }
}
