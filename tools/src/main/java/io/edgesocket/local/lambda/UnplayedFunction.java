package io.edgesocket.local.lambda;

import io.edgesocket.local.lambda.pool.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A function that can't run here. Each call fails with the reason. */
record UnplayedFunction(RegisteredFunction registered, String reason) implements LocalFunction {

    @Override
    public String name() {
        return registered.name();
    }

    @Override
    public String urn() {
        return registered.urn();
    }

    @Override
    public String runtime() {
        return registered.runtime();
    }

    @Override
    public Optional<String> unplayable() {
        return Optional.of(reason);
    }

    @Override
    public List<String> notPlayed() {
        return registered.notPlayed();
    }

    @Override
    public CompletableFuture<Invocation> invoke(byte[] event) {
        return CompletableFuture.completedFuture(new Invocation.Failed("NotPlayed", reason));
    }
}
