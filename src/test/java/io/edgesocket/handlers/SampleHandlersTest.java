package io.edgesocket.handlers;

import static org.assertj.core.api.Assertions.assertThat;
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
        assertThat(new SessionHandler().handleRequest(Events.connect("Abc="), context).getStatusCode()).isEqualTo(200);
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
    void a_message_is_echoed_as_it_came() {
        assertThat(new EchoHandler().handleRequest(Events.message("Abc=", "{\"a\": \"é\"} "), context).getBody())
                .isEqualTo("{\"a\": \"é\"} ");
    }

    @Test
    void whoami_tells_the_connections_id() {
        assertThat(new WhoAmIHandler().handleRequest(Events.message("Abc=", "{}"), context).getBody())
                .isEqualTo("{\"connectionId\":\"Abc=\"}");
    }
}
