package io.edgesocket.local.cloudfront;

import io.edgesocket.local.apigateway.ConnectAnswer;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;

/** API Gateway with the one API {@link Cdn#API}, which keeps what arrives and sends messages back. */
final class StandInApis implements StackApis {
    final BlockingQueue<ConnectRequest> arrived = new LinkedBlockingQueue<>();
    final BlockingQueue<CloseStatus> closed = new LinkedBlockingQueue<>();
    private volatile Optional<ConnectAnswer> fixed = Optional.empty();
    private volatile Optional<CompletableFuture<ConnectAnswer>> late = Optional.empty();

    void answer(ConnectAnswer answer) {
        fixed = Optional.of(answer);
    }

    /** From now on, this is when and what it answers. */
    CompletableFuture<ConnectAnswer> answerLate() {
        late = Optional.of(new CompletableFuture<>());
        return late.get();
    }

    @Override
    public boolean has(String host) {
        return host.equals(Cdn.API);
    }

    @Override
    public CompletableFuture<ConnectAnswer> connect(ConnectRequest request) {
        arrived.add(request);
        return late.orElseGet(() -> CompletableFuture.completedFuture(fixed.orElseGet(() -> accepted(request))));
    }

    ConnectAnswer accepted(ConnectRequest request) {
        if (!request.host().contains(".execute-api.")) {
            return refused(GatewayError.UNKNOWN_HOST);
        }
        try {
            request.requireHandshake();
        } catch (GatewayErrorException denied) {
            return refused(denied.error());
        }
        return new ConnectAnswer.Accepted(
                List.of(), request.header("Sec-WebSocket-Protocol"), new Echo(), limits -> {});
    }

    private static ConnectAnswer refused(GatewayError denial) {
        return new ConnectAnswer.Refused(denial.status(), List.of(), denial.body());
    }

    private final class Echo extends EchoFrames {
        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            closed.add(status);
            super.onClosed(status, callback);
        }
    }
}
