package io.edgesocket.local.lambda;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A function that runs here. */
record PlayedFunction(RegisteredFunction registered, String runtime, Optional<Debugger> debugger, Pool pool)
        implements LocalFunction {

    @Override
    public String name() {
        return registered.name();
    }

    @Override
    public String urn() {
        return registered.urn();
    }

    @Override
    public Optional<String> unplayable() {
        return Optional.empty();
    }

    @Override
    public List<String> notPlayed() {
        return registered.notPlayed();
    }

    @Override
    public CompletableFuture<Invocation> invoke(byte[] event) {
        return pool.invoke(event);
    }
}
