package io.edgesocket.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.junit.jupiter.api.Test;

/** Jetty's client, beside the JDK's. */
class JettyClientTest {

    private static final class Reader implements FrameHandler {
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private CoreSession session;

        @Override
        public void onOpen(CoreSession session, Callback callback) {
            this.session = session;
            callback.succeeded();
            session.demand();
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            first.complete(frame.getPayloadAsUTF8());
            callback.succeeded();
            session.demand();
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            first.completeExceptionally(cause);
            callback.succeeded();
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            callback.succeeded();
        }
    }

    @Test
    void a_message_is_echoed_to_Jetty_s_client() throws Exception {
        var jetty = new WebSocketCoreClient();
        jetty.start();
        try (var gateway = new HandMadeStack()
                .replying("$default", FakeFunction.echo("echo"))
                .start()) {
            var reader = new Reader();
            var session = jetty.connect(reader, gateway.uri("/live")).get(10, TimeUnit.SECONDS);
            session.sendFrame(new Frame(OpCode.TEXT, "hello"), Callback.NOOP, false);
            assertThat(reader.first.get(10, TimeUnit.SECONDS)).isEqualTo("hello");
        } finally {
            jetty.stop();
        }
    }
}
