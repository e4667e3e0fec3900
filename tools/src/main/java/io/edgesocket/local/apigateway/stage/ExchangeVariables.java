package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.mapping.NotJsonException;
import io.edgesocket.local.apigateway.mapping.TemplateInput;
import io.edgesocket.local.apigateway.mapping.Variables;
import io.edgesocket.local.apigateway.stage.Exchange.Connecting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What expressions and templates may ask of one handshake or message. */
public record ExchangeVariables(Exchange exchange) implements Variables {

    @Override
    public Optional<String> value(String name) {
        var plain = name.startsWith("route.") ? name.substring("route.".length()) : name;
        var kind = plain.substring(0, plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.'));
        var rest = plain.substring(Math.min(plain.length(), kind.length() + 1));
        return switch (kind) {
            case "context" -> ContextVariables.value(exchange, rest);
            case "stageVariables" ->
                Optional.ofNullable(exchange.client().stage().variables().get(rest));
            case "request" -> request(plain);
            default -> Optional.empty();
        };
    }

    private Optional<String> request(String name) {
        if (exchange.what() instanceof Connecting connecting) {
            return handshake(name.substring("request.".length()), connecting);
        }
        try {
            return RequestBody.value(name, exchange.what().body());
        } catch (NotJsonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> handshake(String name, Connecting connecting) {
        return name.startsWith("header.")
                ? connecting.request().header(name.substring("header.".length()))
                : name.startsWith("querystring.")
                        ? connecting.query().last(name.substring("querystring.".length()))
                        : Optional.empty();
    }

    /** For a template. */
    public TemplateInput templateInput() {
        return templateInput(exchange.what().body());
    }

    /** For a template that makes something of another text than the message. */
    public TemplateInput templateInput(byte[] body) {
        return new TemplateInput(
                body, ContextVariables.all(exchange), exchange.client().stage().variables(), params());
    }

    private Map<String, Map<String, String>> params() {
        var headers = new HashMap<String, String>();
        var query = new HashMap<String, String>();
        if (exchange.what() instanceof Connecting connecting) {
            connecting.request().headers().forEach(header -> headers.put(header.name(), header.value()));
            connecting
                    .query()
                    .values()
                    .keySet()
                    .forEach(name ->
                            query.put(name, connecting.query().last(name).orElse("")));
        }
        return Map.of("header", headers, "querystring", query, "path", Map.of());
    }
}
