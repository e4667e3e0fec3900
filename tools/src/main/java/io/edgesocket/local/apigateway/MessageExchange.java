package io.edgesocket.local.apigateway;

import io.edgesocket.local.apigateway.stage.Exchange;
import io.edgesocket.local.apigateway.stage.Exchange.Message;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import io.edgesocket.local.apigateway.stage.Ids;
import io.edgesocket.local.apigateway.stage.Integration.Answer;
import io.edgesocket.local.apigateway.stage.Route;
import io.edgesocket.local.apigateway.stage.Stage;
import io.edgesocket.local.journal.NearestMiss;
import io.edgesocket.local.journal.Payload;
import io.edgesocket.local.journal.Step;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** A message on its way: the route it asks for, its throttling, its integration, and what goes back to the client. */
final class MessageExchange {
    private static final int OK = 200;
    private static final int KEY_SHOWN = 64;
    private final Services services;
    private final Connection connection;
    private final byte[] body;

    MessageExchange(Services services, Connection connection, byte[] body) {
        this.services = services;
        this.connection = connection;
        this.body = body;
    }

    void run() {
        try {
            run(connection.client().stage().routeKeyOf(body));
        } catch (RuntimeException | StackOverflowError failure) { // a wrong expression, or a mistake in this program
            refuse(exchange(Stage.DEFAULT), GatewayErrorException.of(failure));
        }
    }

    private void run(String asked) {
        var stage = connection.client().stage();
        var route = stage.routeFor(asked);
        var exchange = exchange(route.map(Route::key).orElse(asked));
        exchange.trace()
                .step(
                        Step.MESSAGE,
                        () -> body.length + " bytes on " + connection.client().connectionId(),
                        () -> Map.of(
                                "bytes",
                                Integer.toString(body.length),
                                "body",
                                Payload.of(body),
                                "expression",
                                stage.api().routeKey().text(),
                                "selected",
                                shortened(asked)));
        if (route.isPresent()) {
            exchange.trace()
                    .step(
                            Step.ROUTE,
                            route.get()::key,
                            () -> nearest(asked, route.get().key()));
            along(route.get(), exchange);
        } else {
            refuse(
                    exchange,
                    new GatewayErrorException(
                            GatewayError.NO_ROUTE,
                            "no route \"" + shortened(asked) + "\" is deployed, and no $default; there are "
                                    + stage.routes().keySet()),
                    () -> nearest(asked, ""));
        }
    }

    /** A route that is almost the one that the message asks for, where another one takes it. */
    private Map<String, String> nearest(String asked, String taken) {
        if (asked.equals(taken) || asked.startsWith("$")) {
            return Map.of();
        }
        var keys = connection.client().stage().routes().keySet().stream()
                .filter(key -> !key.startsWith("$"))
                .toList();
        return NearestMiss.of(asked, keys).map(key -> Map.of("nearest", key)).orElse(Map.of());
    }

    /** A key from a client may be very long. */
    private static String shortened(String key) {
        return key.length() > KEY_SHOWN ? key.substring(0, KEY_SHOWN) + "…" : key;
    }

    private Exchange exchange(String routeKey) {
        var requestId = Ids.next();
        return new Exchange(
                connection.client(),
                routeKey,
                requestId,
                services.clock().millis(),
                new Message(Ids.next(), body),
                services.trace(requestId, connection.client().connectionId()));
    }

    private void along(Route route, Exchange exchange) {
        try {
            route.admit();
        } catch (GatewayErrorException throttled) {
            refuse(exchange, throttled);
            return;
        }
        route.call(exchange)
                .thenAccept(answer -> answered(route, exchange, answer))
                .exceptionally(failure -> refused(exchange, failure))
                .exceptionally(this::failed);
    }

    private Void refused(Exchange exchange, Throwable failure) {
        refuse(exchange, GatewayErrorException.of(failure));
        return null;
    }

    private Void failed(Throwable mistake) {
        connection.fail(mistake);
        return null;
    }

    private void answered(Route route, Exchange exchange, Answer answer) {
        var reply = route.replies() ? answer.bytes() : new byte[0];
        if (reply.length > Limits.MESSAGE) {
            refuse(
                    exchange,
                    new GatewayErrorException(GatewayError.REPLY_TOO_LONG, "the reply has " + reply.length + " bytes"));
        } else {
            AccessLog.add(exchange, answer.status() == 0 ? OK : answer.status(), "");
            reply(exchange, reply);
        }
    }

    private void reply(Exchange exchange, byte[] reply) {
        if (reply.length == 0) {
            exchange.trace().step(Step.ANSWER, () -> "no reply");
            connection.answered();
        } else {
            exchange.trace().step(Step.ANSWER, () -> "replied with " + reply.length + " bytes", () -> sent(reply));
            connection.reply(reply);
        }
    }

    /** The client gets an error frame, and stays connected. */
    private void refuse(Exchange exchange, GatewayErrorException denied) {
        refuse(exchange, denied, Map::of);
    }

    private void refuse(Exchange exchange, GatewayErrorException denied, Supplier<Map<String, String>> details) {
        var error = denied.error();
        var frame = error.frame(connection.client().connectionId(), exchange.requestId())
                .getBytes(StandardCharsets.UTF_8);
        denied.tell(exchange.trace(), details);
        exchange.trace().step(Step.ANSWER, () -> "error frame \"" + error.message() + '"', () -> sent(frame));
        AccessLog.add(exchange, error.status(), error.message());
        connection.reply(frame);
    }

    private static Map<String, String> sent(byte[] frame) {
        return Map.of("bytes", Integer.toString(frame.length), "body", Payload.of(frame));
    }
}
