package io.edgesocket.local.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.edgesocket.local.apigateway.ConnectAnswer.Refused;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Header;
import io.edgesocket.local.apigateway.stage.Ids;
import io.edgesocket.local.apigateway.stage.Signature;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.journal.Payload;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code @connections}: how a backend sends to a client, asks about it, or closes its connection. A call must be signed
 * for {@code execute-api}; whether the signature is right is not checked. The close code of
 * a DELETE is not documented; here it is 1000.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">The
 *      {@code @connections} commands</a>
 */
record Management(Services services) {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    /**
     * A call from a function that stands still on Lambda, as it has answered, waits until its environment has another
     * call.
     *
     * @param body of a POST
     */
    CompletableFuture<Refused> call(
            Stage stage, String method, String connectionId, Optional<String> authorization, byte[] body) {
        var requestId = Ids.next();
        var trace = services.trace(requestId, connectionId);
        var signature = authorization.map(Signature::parse).orElseGet(() -> new Signature("", ""));
        var running = services.frozen().running(signature.accessKey());
        if (!running.isDone()) {
            trace.step(
                    Step.MANAGEMENT,
                    () -> method
                            + " @connections comes from a function that has answered: on Lambda it would stand still, so"
                            + " this waits until the environment has its next call; to be in time, send before you return");
        }
        return running.handle((thawed, ended) -> {
            if (ended != null) {
                return refused(
                        new GatewayErrorException(
                                GatewayError.LATE_CALL, "it comes from an environment of a function that has ended"),
                        trace,
                        requestId);
            }
            return call(stage, method, connectionId, signature, body, trace, requestId);
        });
    }

    private Refused call(
            Stage stage,
            String method,
            String connectionId,
            Signature signature,
            byte[] body,
            Trace trace,
            String requestId) {
        try {
            check(signature, connectionId);
            var connection = services.connections()
                    .find(connectionId)
                    .filter(found -> found.client().stage().isSameAs(stage))
                    .orElseThrow(() -> new GatewayErrorException(
                            GatewayError.GONE, "no such connection on stage " + stage.name()));
            trace.step(
                    Step.MANAGEMENT,
                    () -> method + " @connections, " + body.length + " bytes",
                    () -> Map.of("method", method, "bytes", Integer.toString(body.length), "body", Payload.of(body)));
            return on(connection, method, body);
        } catch (GatewayErrorException denied) {
            return refused(denied, trace, requestId);
        }
    }

    private static Refused refused(GatewayErrorException denied, Trace trace, String requestId) {
        denied.tell(trace, Step.MANAGEMENT);
        return Handshake.refusal(denied, requestId);
    }

    private static void check(Signature signature, String connectionId) {
        signature.check().ifPresent(error -> {
            throw new GatewayErrorException(error, "the call of @connections isn't signed for execute-api");
        });
        if (!Ids.isId(connectionId)) {
            throw new GatewayErrorException(
                    GatewayError.INVALID_CONNECTION_ID, '"' + connectionId + "\" is no connectionId");
        }
    }

    private static Refused on(Connection connection, String method, byte[] body) {
        return switch (method) {
            case "POST" -> post(connection, body);
            case "GET" -> answer(OK, about(connection));
            case "DELETE" -> delete(connection);
            default ->
                throw new GatewayErrorException(
                        GatewayError.UNKNOWN_METHOD, method + " is none of @connections' methods");
        };
    }

    private static Refused post(Connection connection, byte[] body) {
        if (body.length > Limits.MESSAGE) {
            throw new GatewayErrorException(GatewayError.REPLY_TOO_LONG, body.length + " bytes");
        }
        if (!Utf8.is(body)) {
            throw new GatewayErrorException(GatewayError.NO_TEXT, "the body is no UTF-8");
        }
        if (!connection.post(body)) {
            throw new GatewayErrorException(GatewayError.SLOW_CLIENT, "the client doesn't read what is sent to it");
        }
        return answer(OK, "");
    }

    private static Refused delete(Connection connection) {
        connection.close(ConnectionEnd.DELETED);
        return answer(NO_CONTENT, "");
    }

    private static String about(Connection connection) {
        var client = connection.client();
        var about = JsonNodeFactory.instance
                .objectNode()
                .put("connectedAt", Instant.ofEpochMilli(client.connectedAt()).toString());
        about.putObject("identity")
                .put("sourceIp", client.sourceIp())
                .put("userAgent", client.userAgent().orElse(""));
        return about.put(
                        "lastActiveAt",
                        Instant.ofEpochMilli(connection.activeAt()).toString())
                .toString();
    }

    private static Refused answer(int status, String body) {
        return new Refused(
                status,
                List.of(new Header("x-amzn-RequestId", Ids.next()), new Header("Content-Type", "application/json")),
                body);
    }
}
