package io.edgesocket.components.api;

import java.util.Optional;

/** What a client must bring to use a route. */
record Access(Authorization authorization, Optional<RequestAuthorizer> authorizer, boolean apiKey) {
    static final Access OPEN = new Access(Authorization.NONE, Optional.empty(), false);

    /** API Gateway's own names. */
    enum Authorization {
        NONE,
        AWS_IAM,
        CUSTOM
    }

    Access requiring(RequestAuthorizer changed) {
        return new Access(Authorization.CUSTOM, Optional.of(changed), apiKey);
    }

    Access requiringIam() {
        return new Access(Authorization.AWS_IAM, Optional.empty(), apiKey);
    }

    Access requiringApiKey() {
        return new Access(authorization, authorizer, true);
    }
}
