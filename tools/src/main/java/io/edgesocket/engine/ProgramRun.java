package io.edgesocket.engine;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.StackOptions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What becomes of one run of a program: what it asks of {@code Pulumi}, and how it ends. */
final class ProgramRun {
    /** What the SDK gives for a program that failed, and said why. */
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

    /** In the place of {@code System.exit}. */
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
                call + "after the stack was run: Pulumi takes it for a failure; exit with what Pulumi.runAsync gave";
        };
    }

    /** @param thrown what {@code main} ended with, if not by itself */
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

    /** A future that the program ended itself in carries the end on. */
    private static boolean isEnd(Throwable thrown) {
        return thrown instanceof ProgramEnd || thrown.getCause() != null && isEnd(thrown.getCause());
    }

    static ProgramException secondCall(String place) {
        return new ProgramException(
                place + ": a second Pulumi.run: a program has one stack, and the first call ends it; "
                        + "put both into one function");
    }

    private int run(StackOptions options, Consumer<Context> function) {
        if (stage == Stage.ENDED) { // it caught what ended it
            throw new ProgramEnd("Pulumi.run");
        }
        if (stage != Stage.BEFORE) {
            failure = Optional.of(secondCall(UserCode.lineOf(new Throwable()).orElse("the program")));
            throw failure.get();
        }
        stage = Stage.IN_STACK;
        try {
            registrations = Optional.of(Engine.run(stack, options, seeingItsOwnClasses(function)));
            return 0;
        } catch (ProgramException e) {
            failure = failure.or(() -> Optional.of(e));
            return FAILED;
        } finally {
            stage = Stage.AFTER;
        }
    }

    /** The SDK runs it on a thread of its own, whose context would be this process. */
    private Consumer<Context> seeingItsOwnClasses(Consumer<Context> function) {
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

        /** The SDK ends the process here: nothing after this call ever runs. */
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
