package io.edgesocket.docs.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import io.edgesocket.connections.Connections;

/** Answers {@code news}: sends the message to everybody, and replies to how many. */
public final class NewsHandler implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final Connections connections = Connections.fromEnvironment();

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var done = connections.broadcast(event.getBody());
        var reply = new APIGatewayV2WebSocketResponse();
        reply.setStatusCode(200);
        reply.setBody("sent to " + done.sent());
        return reply;
    }
}
