package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import java.util.Map;
import java.util.Optional;

/** What the authorizer returned about a connection's user. Empty without an authorizer. */
record Authorized(Map<String, Object> values) {

    static Authorized of(RequestContext request) {
        return new Authorized(Optional.ofNullable(request.getAuthorizer()).orElse(Map.of()));
    }

    /** API Gateway turns every value from the authorizer into a text. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }
}
