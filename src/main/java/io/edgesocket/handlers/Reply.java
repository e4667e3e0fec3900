package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;

/** What a handler returns to API Gateway. If the route replies, API Gateway sends the body to the client. */
final class Reply {
    private Reply() {}

    /** Always status 200: a client sees only the body, so a refusal must be in it. */
    static APIGatewayV2WebSocketResponse of(String body) {
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        response.setBody(body);
        return response;
    }
}
