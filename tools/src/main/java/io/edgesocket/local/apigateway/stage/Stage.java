package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.apigateway.mapping.BodyPath;
import io.edgesocket.local.apigateway.mapping.MappingException;
import io.edgesocket.local.apigateway.mapping.NotJsonException;
import io.edgesocket.local.apigateway.mapping.SelectionExpression;
import java.util.Map;
import java.util.Optional;

/**
 * A stage, with what its deployment froze.
 *
 * @param routes    by route key
 * @param deployed  whether it has a deployment at all
 * @param accessLog the format of its access log
 */
public record Stage(
        Api api,
        String name,
        boolean deployed,
        Map<String, Route> routes,
        Map<String, String> variables,
        ApiKeys keys,
        Optional<SelectionExpression> accessLog) {
    public static final String CONNECT = "$connect";
    public static final String DISCONNECT = "$disconnect";
    public static final String DEFAULT = "$default";

    public Stage {
        routes = Map.copyOf(routes);
        variables = Map.copyOf(variables);
    }

    /** Whether it is the same stage, perhaps with another deployment. */
    public boolean isSameAs(Stage other) {
        return name.equals(other.name) && api.id().equals(other.api.id());
    }

    public Optional<Route> route(String key) {
        return Optional.ofNullable(routes.get(key));
    }

    /**
     * The key that a message asks for; {@code $default} if it isn't JSON.
     *
     * @throws GatewayErrorException if the API's expression has what is no JSONPath
     */
    public String routeKeyOf(byte[] message) {
        if (BodyPath.isPlainText(message) && RequestBody.isReadBy(api.routeKey())) {
            return DEFAULT; // as below, without an exception: plain text is a usual message
        }
        try {
            return api.routeKey().evaluate(name -> RequestBody.value(name, message));
        } catch (NotJsonException notJson) {
            return DEFAULT;
        } catch (MappingException wrong) {
            throw new GatewayErrorException(
                    GatewayError.NO_ROUTE, "in the routeSelectionExpression, " + wrong.getMessage());
        }
    }

    /**
     * The route of a message: its own, or {@code $default}. No message leads to {@code $connect} or {@code
     * $disconnect}.
     */
    public Optional<Route> routeFor(String key) {
        return key.startsWith("$") ? route(DEFAULT) : route(key).or(() -> route(DEFAULT));
    }
}
