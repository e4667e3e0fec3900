package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/** What API Gateway answers to a handshake. */
public sealed interface ConnectAnswer {

    /**
     * The client is connected: the owner of the socket sends 101 and gives every frame to the handler.
     *
     * @param headers     to send with the 101, besides those of the handshake itself
     * @param subprotocol what the integration chose of what the client offered
     * @param frames      takes the frames of one socket
     * @param limits      the limits of the socket
     */
    record Accepted(
            List<Header> headers, Optional<String> subprotocol, FrameHandler frames, Configuration.Customizer limits)
            implements ConnectAnswer {
        public Accepted {
            headers = List.copyOf(headers);
        }

        /**
         * For Jetty, with a {@link HandshakeRequest}. API Gateway accepts no extension, {@code permessage-deflate}
         * included.
         */
        public WebSocketNegotiator negotiator() {
            return new Negotiator(this);
        }

        /** The client can't get its 101, or has left: for API Gateway it is disconnected. */
        public void abandon(Throwable reason) {
            frames.onClosed(new CloseStatus(CloseStatus.NO_CLOSE, reason), Callback.NOOP);
        }
    }

    /** The client gets an HTTP answer, and is not connected. */
    record Refused(int status, List<Header> headers, String body) implements ConnectAnswer {
        public Refused {
            headers = List.copyOf(headers);
        }

        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }
}
