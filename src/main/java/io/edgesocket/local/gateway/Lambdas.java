package io.edgesocket.local.gateway;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The functions of the stack, as API Gateway sees them. */
public interface Lambdas {

    /** @param uri an integration's or authorizer's URI, which has the function's ARN in it; empty if it isn't played */
    Optional<Lambda> byUri(String uri);

    /** One function. */
    interface Lambda {
        String urn();

        /**
         * Calls it.
         *
         * @param event JSON
         * @return what it returned, as JSON; fails with the function's error
         */
        CompletableFuture<byte[]> invoke(byte[] event);
    }
}
