package io.edgesocket.connections;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code $connect} and {@code $disconnect}: puts each connection into the table, and takes it out. It lets everybody
 * connect; who may is for an authorizer to say. A client whose connection can't be kept is refused with 502, rather than
 * connected and left out of every broadcast. If an authorizer passes on one of the offered subprotocols, the answer chooses
 * it: a browser ends a connection without one.
 */
public final class ConnectionHandler
        implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Items items;

    /** Called by Lambda, once for all the calls that this instance will answer. */
    public ConnectionHandler() {
        this(Items.in(System.getenv()));
    }

    ConnectionHandler(Items items) {
        this.items = items;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var request = event.getRequestContext();
        switch (String.valueOf(request.getEventType())) {
            case "CONNECT" -> items.add(new KnownConnection(request.getConnectionId(), connectedAt(request)));
            case "DISCONNECT" -> items.remove(request.getConnectionId());
            default ->
                throw new IllegalArgumentException("the route " + request.getRouteKey()
                        + " leads to the handler of connections, which answers $connect and $disconnect alone");
        }
        return answer(request);
    }

    private static Instant connectedAt(RequestContext request) {
        return Instant.ofEpochMilli(request.getConnectedAt());
    }

    private static APIGatewayV2WebSocketResponse answer(RequestContext request) {
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        Optional.ofNullable(request.getAuthorizer())
                .map(authorized -> authorized.get("subprotocol"))
                .ifPresent(chosen -> response.setHeaders(Map.of("Sec-WebSocket-Protocol", chosen.toString())));
        return response;
    }
}
