package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code $connect} and {@code $disconnect}: lets everyone in, and logs who comes and goes. Beside the connection's
 * id it writes what CloudFront calls the handshake, under which CloudFront's own logs have it. Where an authorizer has
 * picked one of the subprotocols that the client offers, it is chosen: a client gives up a connection that chooses none.
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

    /** A connection that ends comes without headers. */
    private static String edgeRequest(APIGatewayV2WebSocketEvent event) {
        return Optional.ofNullable(event.getHeaders()).orElse(Map.of()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(EDGE_REQUEST))
                .map(header -> " " + header.getValue())
                .findFirst()
                .orElse("");
    }
}
