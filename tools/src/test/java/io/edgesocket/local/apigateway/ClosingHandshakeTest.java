package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.edgesocket.local.apigateway.ConnectAnswer.Accepted;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.Header;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Configuration.ConfigurationCustomizer;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.junit.jupiter.api.Test;

/** A gateway that ends between the 101 that a client has read and the connection that it means. */
class ClosingHandshakeTest {

    @Test
    void a_client_that_has_just_been_answered_is_closed_with_1001_too() throws Exception {
        var gateway = new HandMadeStack().start().gateway();
        var connected = new Socket(gateway);
        var answered = new Socket(gateway);
        connected.open();

        var closing = CompletableFuture.runAsync(gateway::close);
        assertThat(connected.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1001);
        connected.end(); // nobody is left who is known to be connected
        answered.open();

        assertThat(answered.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1001);
        answered.end();
        closing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void the_gateway_waits_for_it() throws Exception {
        var gateway = new HandMadeStack().start().gateway();
        var answered = new Socket(gateway);

        var closing = CompletableFuture.runAsync(gateway::close);
        answered.open();
        answered.closed.get(10, TimeUnit.SECONDS);

        assertThat(closing)
                .as("before the client has closed")
                .failsWithin(Duration.ofMillis(200))
                .withThrowableOfType(TimeoutException.class);
        answered.end();
        closing.get(10, TimeUnit.SECONDS);
    }

    /** A client whose socket has been sent 101. */
    private static final class Socket {
        private final Accepted accepted;
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        /** Made ahead: the first mock takes long, and a closing gateway waits for so long only. */
        private final CoreSession session = mock(CoreSession.class);

        Socket(Gateway gateway) {
            accepted = (Accepted) gateway.connect(new ConnectRequest(
                            "GET",
                            "api1.execute-api.eu-west-1.amazonaws.com",
                            "/live",
                            "",
                            List.of(
                                    new Header("Connection", "Upgrade"),
                                    new Header("Upgrade", "websocket"),
                                    new Header("Sec-WebSocket-Version", "13"),
                                    new Header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")),
                            "10.0.0.1"))
                    .join();
            accepted.limits().customize(new ConfigurationCustomizer());
            doAnswer(call -> closed.complete(
                            CloseStatus.getCloseStatus(call.getArgument(0)).getCode()))
                    .when(session)
                    .sendFrame(any(Frame.class), any(Callback.class), anyBoolean());
        }

        void open() {
            accepted.frames().onOpen(session, Callback.NOOP);
        }

        void end() {
            accepted.frames().onClosed(new CloseStatus(CloseStatus.SHUTDOWN), Callback.NOOP);
        }
    }
}
