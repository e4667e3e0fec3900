package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;

/** What a handler gives back to API Gateway, which passes the body on where the route replies. */
final class Reply {
    private Reply() {}

    /** Always status 200: a client sees the body alone, so a refusal has to be told there. */
    static APIGatewayV2WebSocketResponse of(String body) {
        var response = new APIGatewayV2WebSocketResponse();
        response.setStatusCode(200);
        response.setBody(body);
        return response;
    }
}
