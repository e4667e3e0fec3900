package io.edgesocket.local.lambda;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import io.edgesocket.local.lambda.code.DeployedCode;
import io.edgesocket.local.stack.PlayedStack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** All functions of a stack. */
public final class Functions implements AutoCloseable {
    /** The types of resources that are played here. An alias calls its function, with the code as it is now. */
    public static final Set<String> PLAYED = Set.of(RegisteredFunction.TYPE, FunctionNames.ALIAS);

    /** Environments of one function at a time. Lambda has more, as it has many machines. */
    static final int ENVIRONMENTS_MAX = 32;

    private final TempFolder temp = new TempFolder();
    private final Journal journal;
    private final List<LocalFunction> all;
    private final List<Pool> pools;
    private final List<String> sdks;
    private final FunctionNames names;
    private final Ticker ticker;

    private Functions(
            PlayedStack stack,
            Path projectFolder,
            EnvironmentVariables environment,
            FunctionLog log,
            Journal journal,
            FunctionOptions options,
            Runtimes runtimes,
            Duration watchPeriod) {
        this.journal = journal;
        var selector = new RuntimeSelector(projectFolder, environment, log, options, runtimes, temp, watchPeriod);
        var regions = FunctionRegions.of(stack);
        all = stack.ofType(RegisteredFunction.TYPE)
                .map(resource -> new RegisteredFunction(resource, regions.of(resource)))
                .map(function -> played(function, selector))
                .toList();
        sdks = selector.findSdks();
        pools = all.stream()
                .filter(PlayedFunction.class::isInstance)
                .map(function -> ((PlayedFunction) function).pool())
                .toList();
        names = FunctionNames.of(stack, all);
        ticker = Ticker.of(pools);
    }

    /**
     * Starts nothing yet: a function's first call does. Nothing is fetched that handlers lack.
     *
     * @param projectFolder where relative paths start
     * @param environment   the variables that are right on this machine
     * @param log           takes what the functions print
     * @param journal       is told of starts and ends
     */
    public static Functions of(
            PlayedStack stack, Path projectFolder, EnvironmentVariables environment, FunctionLog log, Journal journal) {
        return of(stack, projectFolder, environment, log, journal, FunctionOptions.NONE);
    }

    /** The same, with what a developer wants besides. Returns when what handlers lack is there, or can't be had. */
    public static Functions of(
            PlayedStack stack,
            Path projectFolder,
            EnvironmentVariables environment,
            FunctionLog log,
            Journal journal,
            FunctionOptions options) {
        return of(
                stack,
                projectFolder,
                environment,
                log,
                journal,
                options,
                Runtimes.ofThisMachine(),
                DeployedCode.WATCH_PERIOD);
    }

    static Functions of(
            PlayedStack stack,
            Path projectFolder,
            EnvironmentVariables environment,
            FunctionLog log,
            Journal journal,
            FunctionOptions options,
            Runtimes runtimes,
            Duration watchPeriod) {
        return new Functions(stack, projectFolder, environment, log, journal, options, runtimes, watchPeriod);
    }

    /**
     * The function that a text names.
     *
     * @param arn its ARN, qualified or not, or what has it in it: an integration's or authorizer's URI
     */
    public Optional<LocalFunction> byArn(String arn) {
        return names.find(arn);
    }

    public Collection<LocalFunction> all() {
        return all;
    }

    /** Where handlers find an AWS SDK that they have not, a line for each language. */
    public List<String> sdks() {
        return sdks;
    }

    /**
     * Starts an environment of every function ahead of its first call, without waiting for any. They start one after
     * the other: all at once, they would keep a small machine too busy to answer clients.
     */
    public void warmUp() {
        var warm = CompletableFuture.<Void>completedFuture(null);
        for (var pool : pools) {
            warm = warm.thenComposeAsync(before -> pool.warmUp());
        }
    }

    /** The code on disk has changed: the next calls find it so. It is noticed without this too, but later. */
    public void codeChanged() {
        pools.forEach(Pool::codeChanged);
    }

    /** Ends everything that runs; calls under way fail. */
    @Override
    public void close() {
        ticker.close();
        pools.forEach(Pool::close);
        temp.close();
    }

    private LocalFunction played(RegisteredFunction function, RuntimeSelector selector) {
        try {
            var selected = selector.of(function);
            var limits = new PoolLimits(function.timeout(), function.concurrency(), ENVIRONMENTS_MAX);
            var debugger = selected.debugger();
            var pool = new Pool(
                    debugger.isPresent() ? limits.debugged() : limits,
                    selected.maker(),
                    new JournalReports(function.name(), journal));
            return new PlayedFunction(function, function.runtime() + " on " + selected.runsOn(), debugger, pool);
        } catch (UnplayableException e) {
            return new UnplayedFunction(function, e.getMessage());
        }
    }

    /** Tells the journal, under the function's name: an environment is of no one call. */
    private record JournalReports(String function, Journal journal) implements Pool.Reports {

        @Override
        public void started(Duration taken, String details) {
            add(
                    "cold start of " + function + ": " + taken.toMillis() + " ms, on " + details,
                    Map.of(
                            "function",
                            function,
                            "coldStartMillis",
                            String.valueOf(taken.toMillis()),
                            "runsOn",
                            details));
        }

        @Override
        public void ended(String why) {
            add(function + " was ended: " + why, Map.of("function", function, "ended", why));
        }

        @Override
        public void changed() {
            add("the code of " + function + " has changed", Map.of("function", function, "changed", "true"));
        }

        @Override
        public void leftRunning(String what) {
            add(
                    function + " has answered and left something running (" + what
                            + "); as on Lambda, it stands still until the next call, or for ever",
                    Map.of("function", function, "leftRunning", what));
        }

        private void add(String text, Map<String, String> details) {
            new Trace(journal, Clock.systemUTC(), function).step(Step.FUNCTION, () -> text, () -> details);
        }
    }
}
