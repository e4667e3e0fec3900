package io.edgesocket.handlers;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent.RequestContext;
import java.util.Map;
import java.util.Optional;

/** What the authorizer said of a connection's user: nothing, where there is no authorizer. */
record Authorized(Map<String, Object> values) {

    static Authorized of(RequestContext request) {
        return new Authorized(Optional.ofNullable(request.getAuthorizer()).orElse(Map.of()));
    }

    /** API Gateway makes a text of whatever the authorizer gave. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }
}
