package io.edgesocket.local.gateway;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.stack.PlayedStack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** API Gateway on localhost: every WebSocket API of a stack, each stage with what its deployment holds. */
public final class Gateway implements AutoCloseable {
    private Gateway() {}

    /**
     * Starts to listen.
     *
     * @param clock tells when a connection has been idle for too long, or open for too long
     * @param bind  port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static Gateway start(PlayedStack stack, Lambdas functions, Journal journal, Clock clock,
            InetSocketAddress bind) throws IOException {
        throw new UnsupportedOperationException();
    }

    public int port() {
        throw new UnsupportedOperationException();
    }

    /** All stages that can be connected to. */
    public List<ServedStage> stages() {
        throw new UnsupportedOperationException();
    }

    /** Where {@code @connections} of a stage stands: what {@code AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI} is to be. */
    public URI managementEndpoint(String apiId, String stage) {
        throw new UnsupportedOperationException();
    }

    /**
     * A handshake that API Gateway receives from CloudFront, by the stage's own host name and path. The host decides
     * which API is meant, so a viewer's host that was forwarded is refused.
     */
    public CompletableFuture<ConnectAnswer> connect(ConnectRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Closes every connection with 1001, tells {@code $disconnect}, and stops to listen. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
