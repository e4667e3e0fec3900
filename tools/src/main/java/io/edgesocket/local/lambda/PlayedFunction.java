package io.edgesocket.local.lambda;

import io.edgesocket.local.lambda.pool.Call;
import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.lambda.pool.Pool;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A function that runs here.
 *
 * @param unsuitable what of its code is for another processor
 */
record PlayedFunction(
        RegisteredFunction registered,
        String runtime,
        Optional<Debugger> debugger,
        Optional<String> unsuitable,
        Pool pool)
        implements LocalFunction {

    /** The same, registered with other things that change nothing here. */
    PlayedFunction registeredAs(RegisteredFunction next) {
        return new PlayedFunction(next, runtime, debugger, unsuitable, pool);
    }

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
        return Stream.concat(registered.notPlayed().stream(), unsuitable.stream())
                .toList();
    }

    @Override
    public CompletableFuture<Invocation> invoke(byte[] event) {
        return pool.invoke(event, Call.UNHEARD);
    }

    @Override
    public CompletableFuture<Invocation> invoke(byte[] event, Consumer<String> printed) {
        return pool.invoke(event, printed);
    }
}
