package io.edgesocket.local.apigateway.mapping;

import java.util.Optional;

/** What an expression may name, without the dollar sign: {@code request.body.action}, {@code context.connectionId}. */
@FunctionalInterface
public interface Variables {

    /** Empty if there is no such thing in this request. */
    Optional<String> value(String name);
}
