package io.edgesocket.local.functions;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.stack.PlayedStack;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All functions of a stack. */
public final class Functions implements AutoCloseable {
    private Functions() {}

    /**
     * Starts nothing yet: a function's first call does.
     *
     * @param projectFolder where relative paths start
     * @param environment   the variables that are right on this machine
     * @param log           takes what the functions print
     * @param journal       is told of starts and ends
     */
    public static Functions of(PlayedStack stack, Path projectFolder, FunctionEnvironment environment,
            FunctionLog log, Journal journal) {
        return new Functions();
    }

    /**
     * The function that a text names.
     *
     * @param arn its ARN, qualified or not, or what has it in it: an integration's or authorizer's URI
     */
    public Optional<LocalFunction> byArn(String arn) {
        return Optional.empty();
    }

    public Collection<LocalFunction> all() {
        return List.of();
    }

    /** Starts an environment of every function ahead of its first call, without waiting for any. */
    public void warmUp() {}

    /** Ends everything that runs; calls under way fail. */
    @Override
    public void close() {}
}
