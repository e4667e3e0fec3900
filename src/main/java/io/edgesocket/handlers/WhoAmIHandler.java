package io.edgesocket.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/**
 * Answers {@code whoami} with the connection's id, which others {@link SendHandler send} to. If an authorizer checked a
 * token, the answer has the user's name too: the token's claim {@code sub}.
 */
public final class WhoAmIHandler implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        var request = event.getRequestContext();
        var answer = JsonWriter.create()
                .writeStartObject()
                .writeFieldName("connectionId")
                .writeValue(request.getConnectionId());
        Authorized.of(request)
                .text("principalId")
                .ifPresent(user -> answer.writeFieldName("user").writeValue(user));
        return Reply.of(new String(answer.writeEndObject().getBytes(), UTF_8));
    }
}
