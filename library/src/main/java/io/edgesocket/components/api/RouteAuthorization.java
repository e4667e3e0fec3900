package io.edgesocket.components.api;

import java.util.Optional;

/** What a client must bring to use a route. */
record RouteAuthorization(Authorization authorization, Optional<RequestAuthorizer> authorizer, boolean apiKey) {
    static final RouteAuthorization OPEN = new RouteAuthorization(Authorization.NONE, Optional.empty(), false);

    /** API Gateway's own names. */
    enum Authorization {
        NONE,
        AWS_IAM,
        CUSTOM
    }

    RouteAuthorization requiring(RequestAuthorizer changed) {
        return new RouteAuthorization(Authorization.CUSTOM, Optional.of(changed), apiKey);
    }

    RouteAuthorization requiringIam() {
        return new RouteAuthorization(Authorization.AWS_IAM, Optional.empty(), apiKey);
    }

    RouteAuthorization requiringApiKey() {
        return new RouteAuthorization(authorization, authorizer, true);
    }
}
