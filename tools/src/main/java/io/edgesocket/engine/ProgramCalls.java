package io.edgesocket.engine;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.StackOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * What a program calls where its source says {@link Pulumi} and {@link System#exit}: {@link LedCalls} changes its class
 * files so. Each {@link ProgramLoader} has a class of its own of this one, so that a call finds the run it belongs to.
 * Public for the program; not to be called by name.
 */
public final class ProgramCalls {
    private static Function<StackOptions, Pulumi.API> pulumi;
    private static IntConsumer exit;

    private ProgramCalls() {}

    static void lead(Function<StackOptions, Pulumi.API> toPulumi, IntConsumer toExit) {
        pulumi = toPulumi;
        exit = toExit;
    }

    /** In the place of {@link Pulumi#run}. */
    public static void run(Consumer<Context> stack) {
        withOptions(StackOptions.Empty).run(stack);
    }

    /** In the place of {@link Pulumi#runAsync}. */
    public static CompletableFuture<Integer> runAsync(Consumer<Context> stack) {
        return withOptions(StackOptions.Empty).runAsync(stack);
    }

    /** In the place of {@link Pulumi#withOptions}. */
    public static Pulumi.API withOptions(StackOptions options) {
        return pulumi.apply(options);
    }

    /** In the place of {@link System#exit}. */
    public static void exit(int code) {
        exit.accept(code);
    }

    /** In the place of {@link Runtime#exit}. */
    public static void exit(Runtime runtime, int code) {
        exit.accept(code);
    }

    /** In the place of {@link Runtime#halt}. */
    public static void halt(Runtime runtime, int code) {
        exit.accept(code);
    }
}
