package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.stage.Exchange.Disconnecting;
import io.edgesocket.local.apigateway.stage.Exchange.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code $context} in expressions, templates and access logs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html">Context
 *      variables</a>
 */
final class ContextVariables {
    private static final String AUTHORIZER = "authorizer.";
    private static final Map<String, Function<Exchange, String>> BY_NAME = byName();

    private ContextVariables() {}

    private static Map<String, Function<Exchange, String>> byName() {
        var names = new LinkedHashMap<String, Function<Exchange, String>>();
        names.put("apiId", exchange -> exchange.client().stage().api().id());
        names.put("connectedAt", exchange -> Long.toString(exchange.client().connectedAt()));
        names.put("connectionId", exchange -> exchange.client().connectionId());
        names.put("domainName", exchange -> exchange.client().domainName());
        names.put("eventType", exchange -> exchange.what().eventType());
        names.put("extendedRequestId", Exchange::requestId);
        names.put("messageDirection", exchange -> "IN");
        names.put("requestId", Exchange::requestId);
        names.put("requestTime", exchange -> ClfTime.of(exchange.at()));
        names.put("requestTimeEpoch", exchange -> Long.toString(exchange.at()));
        names.put("routeKey", Exchange::routeKey);
        names.put("stage", exchange -> exchange.client().stage().name());
        names.put("identity.sourceIp", exchange -> exchange.client().sourceIp());
        names.put(
                "identity.userAgent", exchange -> exchange.client().userAgent().orElse(""));
        names.put("messageId", exchange -> exchange.what() instanceof Message message ? message.id() : "");
        names.put(
                "disconnectStatusCode",
                exchange -> exchange.what() instanceof Disconnecting end ? Integer.toString(end.code()) : "");
        names.put("disconnectReason", exchange -> exchange.what() instanceof Disconnecting end ? end.reason() : "");
        return names;
    }

    /** @param name without {@code context.}; empty if there is no such variable, or it has nothing in it */
    static Optional<String> value(Exchange exchange, String name) {
        if (name.startsWith(AUTHORIZER)) {
            return Optional.of(exchange.client()
                            .authorizer()
                            .path(name.substring(AUTHORIZER.length()))
                            .asText(""))
                    .filter(text -> !text.isEmpty());
        }
        return Optional.ofNullable(BY_NAME.get(name))
                .map(of -> of.apply(exchange))
                .filter(text -> !text.isEmpty());
    }

    /** All of them. A variable with a dot in its name is in a map within the map. */
    static Map<String, Object> all(Exchange exchange) {
        var all = new HashMap<String, Object>();
        BY_NAME.forEach((name, of) -> {
            if (!name.contains(".")) {
                all.put(name, of.apply(exchange));
            }
        });
        all.put(
                "identity",
                Map.of(
                        "sourceIp",
                        exchange.client().sourceIp(),
                        "userAgent",
                        exchange.client().userAgent().orElse("")));
        var authorizer = new HashMap<String, String>();
        exchange.client()
                .authorizer()
                .properties()
                .forEach(said -> authorizer.put(said.getKey(), said.getValue().asText()));
        if (!authorizer.isEmpty()) {
            all.put("authorizer", authorizer);
        }
        return all;
    }
}
