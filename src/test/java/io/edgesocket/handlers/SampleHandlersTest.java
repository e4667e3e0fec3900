package io.edgesocket.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleHandlersTest {
    private final Context context = mock(Context.class);
    private final LambdaLogger logger = mock(LambdaLogger.class);

    @Test
    void whoever_connects_is_let_in() {
        when(context.getLogger()).thenReturn(logger);
        assertThat(new SessionHandler()
                        .handleRequest(Events.connect("Abc="), context)
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void whoever_connects_is_logged() {
        when(context.getLogger()).thenReturn(logger);
        new SessionHandler().handleRequest(Events.connect("Abc="), context);
        verify(logger).log("CONNECT Abc=\n");
    }

    @Test
    void a_handshake_is_logged_with_what_CloudFront_calls_it() {
        when(context.getLogger()).thenReturn(logger);
        var event = Events.connect("Abc=");
        event.setHeaders(Map.of("x-amz-cf-id", "SOX4xw==", "Host", "example.com"));
        new SessionHandler().handleRequest(event, context);
        verify(logger).log("CONNECT Abc= SOX4xw==\n");
    }

    @Test
    void a_subprotocol_that_the_authorizer_picked_is_chosen() {
        when(context.getLogger()).thenReturn(logger);
        var event = Events.connect("Abc=");
        event.getRequestContext().setAuthorizer(Map.of("subprotocol", "chat"));
        assertThat(new SessionHandler().handleRequest(event, context).getHeaders())
                .containsExactly(entry("Sec-WebSocket-Protocol", "chat"));
    }

    @Test
    void a_message_is_echoed_as_it_came() {
        assertThat(new EchoHandler()
                        .handleRequest(Events.message("Abc=", "{\"a\": \"é\"} "), context)
                        .getBody())
                .isEqualTo("{\"a\": \"é\"} ");
    }

    @Test
    void whoami_tells_the_connections_id() {
        assertThat(new WhoAmIHandler()
                        .handleRequest(Events.message("Abc=", "{}"), context)
                        .getBody())
                .isEqualTo("{\"connectionId\":\"Abc=\"}");
    }

    @Test
    void whoami_tells_the_user_that_the_authorizer_let_in() {
        var event = Events.message("Abc=", "{}");
        event.getRequestContext().setAuthorizer(Map.of("principalId", "ann \"the boss\""));
        assertThat(new WhoAmIHandler().handleRequest(event, context).getBody())
                .isEqualTo("{\"connectionId\":\"Abc=\",\"user\":\"ann \\\"the boss\\\"\"}");
    }
}
