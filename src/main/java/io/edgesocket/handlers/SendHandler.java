package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * Answers {@code send}: posts a message to another connection.
 * <pre>{@code {"action": "send", "to": "<connectionId>", "message": "hello"}}</pre>
 * The endpoint is in the function's environment, as {@code AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI}: the AWS SDK
 * reads it by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">@connections</a>
 */
public final class SendHandler implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
    private final ApiGatewayManagementApiClient connections;

    /** Called by Lambda, once for all the calls that this instance will answer. */
    public SendHandler() {
        this(ApiGatewayManagementApiClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .build());
    }

    SendHandler(ApiGatewayManagementApiClient connections) {
        this.connections = connections;
    }

    @Override
    public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
        try {
            post(Message.parse(event.getBody()));
            return Reply.of("{\"sent\":true}");
        } catch (Message.Malformed malformed) {
            return refusal(malformed.getMessage());
        } catch (GoneException gone) {
            return refusal("the connection is gone");
        } catch (ApiGatewayManagementApiException refused) {
            if (refused.statusCode() == 400) {
                return refusal("'to' is not a connection's id");
            }
            throw refused; // not the client's fault: API Gateway answers "Internal server error" and logs it
        }
    }

    private void post(Message message) {
        connections.postToConnection(
                request -> request.connectionId(message.to()).data(SdkBytes.fromUtf8String(message.text())));
    }

    /** @param reason without characters that JSON would have to escape */
    private static APIGatewayV2WebSocketResponse refusal(String reason) {
        return Reply.of("{\"sent\":false,\"reason\":\"" + reason + "\"}");
    }
}
