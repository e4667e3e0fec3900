package io.edgesocket.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ConnectionHandlerTest {
    private final FakeTable table = new FakeTable();

    private APIGatewayV2WebSocketResponse handle(RequestContext request) {
        var event = new APIGatewayV2WebSocketEvent();
        event.setRequestContext(request);
        return new ConnectionHandler(table.items()).handleRequest(event, Mockito.mock(Context.class));
    }

    private static RequestContext request(String eventType) {
        var request = new RequestContext();
        request.setEventType(eventType);
        request.setRouteKey("$" + eventType.toLowerCase(Locale.ROOT));
        request.setConnectionId("Abc=");
        request.setConnectedAt(1_767_225_600_123L);
        return request;
    }

    @Test
    void a_connection_is_kept_until_api_gateway_has_ended_it() {
        assertThat(handle(request("CONNECT")).getStatusCode()).isEqualTo(200);
        assertThat(table.item("Abc="))
                .isEqualTo(Map.of(
                        "connectionId", AttributeValue.fromS("Abc="),
                        "connectedAt", AttributeValue.fromN("1767225600"),
                        "expires", AttributeValue.fromN("1767232800")));
    }

    @Test
    void a_connection_that_ends_is_forgotten() {
        handle(request("CONNECT"));
        assertThat(handle(request("DISCONNECT")).getStatusCode()).isEqualTo(200);
        assertThat(table.ids()).isEmpty();
    }

    @Test
    void a_connection_that_was_not_kept_may_end() {
        assertThat(handle(request("DISCONNECT")).getStatusCode()).isEqualTo(200);
    }

    @Test
    void the_subprotocol_of_an_authorizer_is_chosen() {
        var request = request("CONNECT");
        request.setAuthorizer(Map.of("subprotocol", "chat"));
        assertThat(handle(request).getHeaders()).isEqualTo(Map.of("Sec-WebSocket-Protocol", "chat"));
    }

    @Test
    void without_an_authorizer_no_subprotocol_is_chosen() {
        assertThat(handle(request("CONNECT")).getHeaders()).isNull();
    }

    @Test
    void a_message_is_no_event_of_a_connection() {
        assertThatThrownBy(() -> handle(request("MESSAGE")))
                .hasMessage("the route $message leads to the handler of connections, which answers $connect and "
                        + "$disconnect alone");
        assertThat(table.ids()).isEmpty();
    }

    @Test
    void an_environment_without_a_table_is_refused() {
        assertThatThrownBy(() -> Items.in(Map.of("CONNECTIONS", "connections")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("CONNECTIONS_TABLE is missing from the environment");
    }
}
