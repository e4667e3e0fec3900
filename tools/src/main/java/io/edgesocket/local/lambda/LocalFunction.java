package io.edgesocket.local.lambda;

import io.edgesocket.local.lambda.pool.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One function of the stack. */
public interface LocalFunction {
    /** Its name in the program. */
    String name();

    String urn();

    /** What it runs on here: {@code java21 on Java 17.0.15}. */
    String runtime();

    /** Why it can't be run here, and what is missing; its calls fail with this message. Empty if it can be run. */
    Optional<String> unplayable();

    /** Where a debugger finds it; its calls may take for ever then. Empty if none does. */
    default Optional<Debugger> debugger() {
        return Optional.empty();
    }

    /** What was registered for it and makes no difference here: {@code layers}, {@code vpcConfig}, … */
    List<String> notPlayed();

    /**
     * Calls it. The future never fails, and ends on a thread of the function: work that continues there must be
     * short, as a Java function takes its next call only afterwards.
     *
     * @param event JSON in UTF-8; not to be changed before the future ends
     */
    CompletableFuture<Invocation> invoke(byte[] event);

    /**
     * The same for somebody who wants to know what it prints meanwhile.
     *
     * @param printed takes each line, on any thread, before the call ends; of a function that prints after its answer, also
     *                until its next call
     */
    default CompletableFuture<Invocation> invoke(byte[] event, Consumer<String> printed) {
        return invoke(event);
    }
}
