package io.edgesocket.components.authorization;

import java.util.Optional;

/** What a client must bring to use a route. */
public record RouteAuthorization(Authorization authorization, Optional<RequestAuthorizer> authorizer, boolean apiKey) {
    public static final RouteAuthorization OPEN = new RouteAuthorization(Authorization.NONE, Optional.empty(), false);

    /** API Gateway's own names. */
    public enum Authorization {
        NONE,
        AWS_IAM,
        CUSTOM
    }

    public RouteAuthorization requiring(RequestAuthorizer changed) {
        return new RouteAuthorization(Authorization.CUSTOM, Optional.of(changed), apiKey);
    }

    public RouteAuthorization requiringIam() {
        return new RouteAuthorization(Authorization.AWS_IAM, Optional.empty(), apiKey);
    }

    public RouteAuthorization requiringApiKey() {
        return new RouteAuthorization(authorization, authorizer, true);
    }
}
