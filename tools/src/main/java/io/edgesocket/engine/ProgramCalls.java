package io.edgesocket.engine;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.StackOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * What a program calls instead of {@link Pulumi} and {@link System#exit}: {@link RedirectedCalls} rewrites its class files.
 * Each {@link ProgramLoader} loads its own copy of this class, so that a call reaches the run it belongs to. It is
 * public because the program's rewritten classes call it. Don't call it from source code.
 */
public final class ProgramCalls {
    private static Function<StackOptions, Pulumi.API> pulumi;
    private static IntConsumer exit;

    private ProgramCalls() {}

    static void redirect(Function<StackOptions, Pulumi.API> toPulumi, IntConsumer toExit) {
        pulumi = toPulumi;
        exit = toExit;
    }

    /** Replaces {@link Pulumi#run}. */
    public static void run(Consumer<Context> stack) {
        withOptions(StackOptions.Empty).run(stack);
    }

    /** Replaces {@link Pulumi#runAsync}. */
    public static CompletableFuture<Integer> runAsync(Consumer<Context> stack) {
        return withOptions(StackOptions.Empty).runAsync(stack);
    }

    /** Replaces {@link Pulumi#withOptions}. */
    public static Pulumi.API withOptions(StackOptions options) {
        return pulumi.apply(options);
    }

    /** Replaces {@link System#exit}. */
    public static void exit(int code) {
        exit.accept(code);
    }

    /** Replaces {@link Runtime#exit}. */
    public static void exit(Runtime runtime, int code) {
        exit.accept(code);
    }

    /** Replaces {@link Runtime#halt}. */
    public static void halt(Runtime runtime, int code) {
        exit.accept(code);
    }
}
