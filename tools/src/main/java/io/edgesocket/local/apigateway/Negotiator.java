package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.ConnectAnswer.Accepted;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/** Gives Jetty the decision about a {@link HandshakeRequest}. */
record Negotiator(Accepted accepted) implements WebSocketNegotiator {

    @Override
    public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        response.setExtensions(List.of());
        accepted.subprotocol().ifPresent(response::setAcceptedSubProtocol);
        accepted.headers().forEach(header -> response.getHeaders().add(header.name(), header.value()));
        return accepted.frames();
    }

    @Override
    public void customize(Configuration socket) {
        accepted.limits().customize(socket);
    }
}
