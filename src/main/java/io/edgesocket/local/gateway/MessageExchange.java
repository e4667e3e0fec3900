package io.edgesocket.local.gateway;

import io.edgesocket.local.gateway.stage.Denial;
import io.edgesocket.local.gateway.stage.DeniedException;
import io.edgesocket.local.gateway.stage.Exchange;
import io.edgesocket.local.gateway.stage.Exchange.Message;
import io.edgesocket.local.gateway.stage.Ids;
import io.edgesocket.local.gateway.stage.Integration.Answer;
import io.edgesocket.local.gateway.stage.Route;
import io.edgesocket.local.journal.Step;
import java.nio.charset.StandardCharsets;

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
        var stage = connection.client().stage();
        var asked = stage.routeKeyOf(body);
        var route = stage.routeFor(asked);
        if (route.isPresent()) {
            along(route.get(), exchange(route.get().key()));
        } else {
            refuse(exchange(asked), new DeniedException(Denial.NO_ROUTE,
                    "no route \"" + shortened(asked) + "\" is deployed, and no $default; there are "
                            + stage.routes().keySet()));
        }
    }

    /** What a client sends may be long. */
    private static String shortened(String key) {
        return key.length() > KEY_SHOWN ? key.substring(0, KEY_SHOWN) + "…" : key;
    }

    private Exchange exchange(String routeKey) {
        return new Exchange(connection.client(), routeKey, Ids.next(), services.clock().millis(),
                new Message(Ids.next(), body));
    }

    private void along(Route route, Exchange exchange) {
        services.trace().step(connection.client().connectionId(), Step.ROUTE, () -> "route " + route.key());
        try {
            route.admit();
        } catch (DeniedException throttled) {
            refuse(exchange, throttled);
            return;
        }
        route.call(exchange).whenComplete((answer, failure) -> {
            if (failure == null) {
                answered(route, exchange, answer);
            } else {
                refuse(exchange, DeniedException.of(failure));
            }
        });
    }

    private void answered(Route route, Exchange exchange, Answer answer) {
        services.accessLog().add(exchange, answer.status() == 0 ? OK : answer.status(), "");
        var reply = route.replies() ? answer.bytes() : new byte[0];
        if (reply.length > Limits.MESSAGE) {
            refuse(exchange, new DeniedException(Denial.REPLY_TOO_LONG, "the reply has " + reply.length + " bytes"));
        } else if (reply.length == 0) {
            services.trace().step(connection.client().connectionId(), Step.ANSWER, () -> "no reply");
            connection.readOn();
        } else {
            services.trace().step(connection.client().connectionId(), Step.ANSWER,
                    () -> "replied with " + reply.length + " bytes");
            connection.reply(reply);
        }
    }

    /** The client is told, and stays connected. */
    private void refuse(Exchange exchange, DeniedException denied) {
        var denial = denied.denial();
        services.trace().refused(connection.client().connectionId(), Step.ROUTE, denied);
        services.accessLog().add(exchange, denial.status(), denial.message());
        connection.reply(denial.frame(connection.client().connectionId(), exchange.requestId())
                .getBytes(StandardCharsets.UTF_8));
    }
}
