package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.Client;
import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Exchange.Disconnecting;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Ids;
import io.edgesocket.local.apigateway.stage.Route;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.websocket.core.CloseStatus;

/**
 * The end of a connection: {@code $disconnect} is called after it. Its answer is not used.
 *
 * @param closedHere whether API Gateway began to close it
 */
record DisconnectExchange(Services services, Client client, CloseStatus status, boolean closedHere) {
    private static final int OK = 200;

    void run() {
        trace().step(
                        Step.CLOSE,
                        () -> "disconnected, " + status.getCode(),
                        () -> Map.of(
                                "code",
                                Integer.toString(status.getCode()),
                                "reason",
                                reason(),
                                "by",
                                closedHere ? "API Gateway" : "the client"));
        client.stage().route(Stage.DISCONNECT).ifPresent(this::tell);
    }

    private void tell(Route route) {
        var exchange = new Exchange(
                client,
                Stage.DISCONNECT,
                Ids.next(),
                services.clock().millis(),
                new Disconnecting(status.getCode(), reason()),
                trace());
        exchange.trace().step(Step.ROUTE, () -> Stage.DISCONNECT);
        services.connections().await(route.call(exchange).handle((answer, failure) -> {
            if (failure == null) {
                AccessLog.add(exchange, OK, "");
            } else {
                GatewayErrorException.of(failure).tell(exchange.trace());
            }
            return answer;
        }));
    }

    private Trace trace() {
        return services.trace(client.connectionId(), client.connectionId());
    }

    /** The reason of the client, or the one that API Gateway gives if there is none. */
    private String reason() {
        if (status.getCode() == CloseStatus.NO_CODE) {
            return "Client-side close frame status not set";
        }
        return status.getCode() == CloseStatus.NO_CLOSE
                ? "Connection Closed Abnormally"
                : Optional.ofNullable(status.getReason()).orElse("");
    }
}
