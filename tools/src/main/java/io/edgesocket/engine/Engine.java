package io.edgesocket.engine;

import com.pulumi.Context;
import com.pulumi.resources.StackOptions;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Runs a program as {@code pulumi preview} would, without Pulumi and without a cloud. */
public final class Engine {
    private Engine() {}

    /**
     * Runs the program to its end.
     *
     * @throws ProgramException if the program failed. Its message is the program's own; its cause is the program's
     *                          exception, for callers that handle some exceptions differently
     */
    public static Registrations run(StackConfig stack, Consumer<Context> program) {
        return run(stack, StackOptions.Empty, program);
    }

    /** As {@link #run(StackConfig, Consumer)}, with what the program gave to {@code Pulumi.withOptions}. */
    static Registrations run(StackConfig stack, StackOptions options, Consumer<Context> program) {
        var urns = new Urns(stack.project(), stack.stack());
        var root = urns.of("", Urns.STACK_TYPE, stack.project() + "-" + stack.stack());
        var recorder = new Recorder(urns, new StandIns(stack));
        var messages = new Messages();
        raise(SdkProgram.run(stack, options, recorder, new RootResource(root), messages, program), messages);
        DefaultProviders.of(stack).check(recorder.registrations());
        return new Registrations(
                stack.project(),
                stack.stack(),
                recorder.registrations(),
                recorder.outputsOf(root),
                messages.warnings());
    }

    private static void raise(List<Exception> failures, Messages messages) {
        if (!failures.isEmpty()) {
            throw ProgramException.of(carried(failures.get(0)));
        }
        if (messages.hasLoggedErrors()) {
            throw new ProgramException(String.join("\n", messages.errors()));
        }
    }

    /** The program's own exception. Futures and the SDK wrap it in exceptions of theirs. */
    private static Throwable carried(Throwable failure) {
        var carrier = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure.getClass().getName().startsWith("com.pulumi.");
        return carrier && failure.getCause() != null ? carried(failure.getCause()) : failure;
    }
}
