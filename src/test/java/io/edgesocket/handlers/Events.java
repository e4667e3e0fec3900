package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;

/** Events as API Gateway makes them, as far as the handlers look. */
final class Events {
    private Events() {}

    static APIGatewayV2WebSocketEvent connect(String connectionId) {
        return event("CONNECT", connectionId);
    }

    static APIGatewayV2WebSocketEvent message(String connectionId, String body) {
        var event = event("MESSAGE", connectionId);
        event.setBody(body);
        return event;
    }

    private static APIGatewayV2WebSocketEvent event(String type, String connectionId) {
        var request = new RequestContext();
        request.setEventType(type);
        request.setConnectionId(connectionId);
        var event = new APIGatewayV2WebSocketEvent();
        event.setRequestContext(request);
        return event;
    }
}
