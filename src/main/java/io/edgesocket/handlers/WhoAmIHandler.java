package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;

/** Answers {@code whoami} with the id that others {@link SendHandler send} to. */
public final class WhoAmIHandler implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        // An id is letters, digits, -, _ and =: nothing that JSON would have to escape.
        return Reply.of("{\"connectionId\":\"" + event.getRequestContext().getConnectionId() + "\"}");
    }
}
