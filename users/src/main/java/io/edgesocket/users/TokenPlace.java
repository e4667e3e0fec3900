package io.edgesocket.users;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a client puts its token. In a WebSocket handshake a browser can choose only the URL and the subprotocols. */
sealed interface TokenPlace {

    Optional<String> find(APIGatewayCustomAuthorizerEvent event);

    /** The subprotocol that {@code $connect} should choose: the first offered one that isn't the token. */
    Optional<String> subprotocol(APIGatewayCustomAuthorizerEvent event);

    static TokenPlace of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("JWT_TOKEN_SUBPROTOCOL"))
                .<TokenPlace>map(Subprotocol::new)
                .or(() -> Optional.ofNullable(environment.get("JWT_TOKEN_QUERY_STRING"))
                        .map(QueryString::new))
                .orElseThrow(
                        () -> new IllegalStateException("JWT_TOKEN_QUERY_STRING and JWT_TOKEN_SUBPROTOCOL are missing"
                                + " from the function's environment"));
    }

    /** In the URL: {@code wss://…/?token=…}. */
    record QueryString(String name) implements TokenPlace {
        @Override
        public Optional<String> find(APIGatewayCustomAuthorizerEvent event) {
            return Optional.ofNullable(event.getQueryStringParameters()).map(all -> all.get(name));
        }

        @Override
        public Optional<String> subprotocol(APIGatewayCustomAuthorizerEvent event) {
            return Optional.empty();
        }
    }

    /**
     * A subprotocol made of a name, a dot and the token, offered next to the real one: {@code Sec-WebSocket-Protocol:
     * chat, jwt.…}.
     */
    record Subprotocol(String name) implements TokenPlace {
        @Override
        public Optional<String> find(APIGatewayCustomAuthorizerEvent event) {
            return offered(event)
                    .filter(this::isToken)
                    .map(offer -> offer.substring(name.length() + 1))
                    .findFirst();
        }

        @Override
        public Optional<String> subprotocol(APIGatewayCustomAuthorizerEvent event) {
            return offered(event).filter(offer -> !isToken(offer)).findFirst();
        }

        private boolean isToken(String offer) {
            return offer.startsWith(name + ".");
        }

        private static Stream<String> offered(APIGatewayCustomAuthorizerEvent event) {
            return Stream.ofNullable(event.getHeaders())
                    .flatMap(all -> all.entrySet().stream())
                    .filter(header -> header.getKey().equalsIgnoreCase("Sec-WebSocket-Protocol"))
                    .flatMap(header -> Stream.of(header.getValue().split(",")))
                    .map(String::strip)
                    .filter(offer -> !offer.isEmpty());
        }
    }
}
