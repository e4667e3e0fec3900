package io.edgesocket.engine;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.StackOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One run of a program: what it calls of {@code Pulumi}, and how it ends. */
final class ProgramRun {
    /** The SDK's exit code for a program that failed and logged why. */
    private static final int FAILED = 32;

    private final StackConfig stack;
    private final ClassLoader loader;
    private volatile Stage stage = Stage.BEFORE;
    private volatile Optional<Registrations> registrations = Optional.empty();
    private volatile Optional<ProgramException> failure = Optional.empty();
    private volatile Optional<ProgramEnd> exit = Optional.empty();

    private enum Stage {
        BEFORE,
        IN_STACK,
        AFTER,
        ENDED
    }

    ProgramRun(StackConfig stack, ClassLoader loader) {
        this.stack = stack;
        this.loader = loader;
    }

    Pulumi.API withOptions(StackOptions options) {
        return new Api(options);
    }

    /** Replaces {@code System.exit}. */
    void exit(int code) {
        var end = new ProgramEnd(words(code));
        if (stage == Stage.BEFORE || stage == Stage.IN_STACK || code != 0) {
            exit = Optional.of(end);
        }
        throw end;
    }

    private String words(int code) {
        var call = "System.exit(" + code + ") ";
        return switch (stage) {
            case BEFORE -> call + "before Pulumi.run: the program ends there and registers nothing";
            case IN_STACK -> call + "in the stack's function: the program ends there, before all is registered";
            case AFTER, ENDED ->
                call + "after the stack was run: Pulumi treats it as a failure; exit with Pulumi.runAsync's result";
        };
    }

    /** @param thrown what {@code main} threw, if anything */
    Registrations result(String mainClass, Optional<Throwable> thrown) {
        failure.ifPresent(failed -> {
            throw failed;
        });
        exit.ifPresent(end -> {
            throw ProgramException.of(end);
        });
        thrown.filter(error -> !isEnd(error)).ifPresent(error -> {
            throw ProgramException.of(error);
        });
        return registrations.orElseThrow(() -> new ProgramException(
                mainClass + ": main ended without Pulumi.run, which is what hands the stack's function to Pulumi"));
    }

    /** Also true if a future wraps it, because the program exited within that future. */
    private static boolean isEnd(Throwable thrown) {
        return thrown instanceof ProgramEnd || thrown.getCause() != null && isEnd(thrown.getCause());
    }

    static ProgramException secondCall(String place) {
        return new ProgramException(
                place + ": a second Pulumi.run: a program has one stack, and the first call ends it; "
                        + "put both into one function");
    }

    private int run(StackOptions options, Consumer<Context> function) {
        if (stage == Stage.ENDED) { // the program caught the ProgramEnd and went on
            throw new ProgramEnd("Pulumi.run");
        }
        if (stage != Stage.BEFORE) {
            failure = Optional.of(secondCall(UserCode.lineOf(new Throwable()).orElse("the program")));
            throw failure.get();
        }
        stage = Stage.IN_STACK;
        try {
            registrations = Optional.of(Engine.run(stack, options, withProgramClassLoader(function)));
            return 0;
        } catch (ProgramException e) {
            failure = failure.or(() -> Optional.of(e));
            return FAILED;
        } finally {
            stage = Stage.AFTER;
        }
    }

    /** The SDK runs the function on another thread, whose context class loader doesn't know the program's classes. */
    private Consumer<Context> withProgramClassLoader(Consumer<Context> function) {
        return context -> {
            var thread = Thread.currentThread();
            var before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                function.accept(context);
            } finally {
                thread.setContextClassLoader(before);
            }
        };
    }

    private final class Api implements Pulumi.API {
        private final StackOptions options;

        Api(StackOptions options) {
            this.options = options;
        }

        /** The SDK would end the process here, so nothing after this call may run. */
        @Override
        public void run(Consumer<Context> function) {
            ProgramRun.this.run(options, function);
            stage = Stage.ENDED;
            throw new ProgramEnd("Pulumi.run");
        }

        @Override
        public CompletableFuture<Integer> runAsync(Consumer<Context> function) {
            return CompletableFuture.completedFuture(ProgramRun.this.run(options, function));
        }
    }
}
