package io.edgesocket.local.lambda;

import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.journal.Trace;
import io.edgesocket.local.lambda.code.DeployedCode;
import io.edgesocket.local.lambda.pool.Pool;
import io.edgesocket.local.lambda.pool.PoolLimits;
import io.edgesocket.local.lambda.pool.Ticker;
import io.edgesocket.local.machine.SearchPath;
import io.edgesocket.local.stack.PlayedStack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions of a stack. */
public final class Functions implements AutoCloseable {
    /** The types of resources that are played here. An alias calls its function, with the code as it is now. */
    public static final Set<String> PLAYED = Set.of(RegisteredFunction.TYPE, FunctionNames.ALIAS, RegisteredLayer.TYPE);

    /** Environments of one function at a time. Lambda has more, as it has many machines. */
    static final int ENVIRONMENTS_MAX = 32;

    private final TempFolder temp = new TempFolder();
    private final Journal journal;
    private final RuntimeVersions versions = new RuntimeVersions();
    private final RuntimeSelector selector;
    /** Of all functions, and of those that are gone and may have calls under way. */
    private final List<Pool> pools = new CopyOnWriteArrayList<>();

    private final List<String> sdks;
    private final Ticker ticker;
    private volatile Next present;

    private Functions(
            PlayedStack stack,
            Path projectFolder,
            EnvironmentVariables environment,
            FunctionLog log,
            Journal journal,
            FunctionOptions options,
            SearchPath programs,
            Duration watchPeriod) {
        this.journal = journal;
        selector = new RuntimeSelector(projectFolder, environment, log, options, programs, temp, watchPeriod);
        present = new Next(new PlayedStack(stack.project(), stack.name(), List.of()), Map.of());
        next(stack).take();
        sdks = selector.findSdks();
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
                SearchPath.ofThisMachine(),
                DeployedCode.WATCH_PERIOD);
    }

    static Functions of(
            PlayedStack stack,
            Path projectFolder,
            EnvironmentVariables environment,
            FunctionLog log,
            Journal journal,
            FunctionOptions options,
            SearchPath programs,
            Duration watchPeriod) {
        return new Functions(stack, projectFolder, environment, log, journal, options, programs, watchPeriod);
    }

    /**
     * The function that a text names.
     *
     * @param arn its ARN, qualified or not, or what has it in it: an integration's or authorizer's URI
     */
    public Optional<LocalFunction> byArn(String arn) {
        return present.byArn(arn);
    }

    /** Which environments stand still, as far as they are of Java functions. */
    public FrozenEnvironments frozen() {
        return selector.frozen();
    }

    public Collection<LocalFunction> all() {
        return present.all;
    }

    /**
     * Those of a stack that has changed. Nothing happens yet. A function that stays as it is keeps its environments; of
     * one that has changed, calls under way end as they began.
     */
    public Next next(PlayedStack stack) {
        return new Next(stack, present.played().collect(Collectors.toMap(PlayedFunction::urn, function -> function)));
    }

    /** The functions of a stack, which can take the place of those that are played. */
    public final class Next {
        private final List<LocalFunction> all;
        private final FunctionNames names;
        /** Done when they take the place of the former. */
        private final List<Runnable> changes = new ArrayList<>();

        private Next(PlayedStack stack, Map<String, PlayedFunction> former) {
            var regions = FunctionRegions.of(stack);
            all = stack.ofType(RegisteredFunction.TYPE)
                    .map(resource ->
                            new RegisteredFunction(resource, regions.of(resource), RegisteredLayer.of(resource, stack)))
                    .map(function -> of(function, Optional.ofNullable(former.get(function.urn()))))
                    .toList();
            names = FunctionNames.of(stack, all);
        }

        /** As {@link Functions#byArn}, of these functions. */
        public Optional<LocalFunction> byArn(String arn) {
            return names.find(arn);
        }

        /** From now on they are played. */
        public void take() {
            changes.forEach(Runnable::run);
            var kept = played().map(PlayedFunction::pool).collect(Collectors.toSet());
            present.played()
                    .map(PlayedFunction::pool)
                    .filter(pool -> !kept.contains(pool))
                    .forEach(pool -> pool.retire(() -> pools.remove(pool)));
            present = this;
            selector.keepCodeOf(played().map(PlayedFunction::registered).toList());
        }

        private Stream<PlayedFunction> played() {
            return all.stream().filter(PlayedFunction.class::isInstance).map(PlayedFunction.class::cast);
        }

        private LocalFunction of(RegisteredFunction function, Optional<PlayedFunction> former) {
            if (former.filter(same -> same.registered().isPlayedAs(function)).isPresent()) {
                return former.get().registeredAs(function);
            }
            try {
                var selected = selector.of(function);
                var debugger = selected.debugger();
                var played =
                        new PoolLimits(function.timeout(), function.concurrency(), ENVIRONMENTS_MAX, PoolLimits.AHEAD);
                var limits = debugger.isPresent() ? played.debugged() : played;
                var pool = former.map(PlayedFunction::pool)
                        .orElseGet(() ->
                                new Pool(limits, selected.maker(), new JournalReports(function, versions, journal)));
                changes.add(former.isPresent() ? () -> pool.change(limits, selected.maker()) : () -> pools.add(pool));
                return new PlayedFunction(
                        function,
                        function.runtime() + " on " + selected.runsOn(),
                        debugger,
                        selected.unsuitable(),
                        pool);
            } catch (UnplayableException e) {
                return new UnplayedFunction(function, e.getMessage());
            }
        }
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

    /**
     * Changes the code on disk: the next calls find it so. A change is noticed without this too, but later, and calls may find
     * half of it.
     */
    public void changeCode(Runnable change) {
        selector.lock().change(change);
        pools.forEach(Pool::codeChanged);
    }

    /**
     * The next call of a function finds no environment that has started: those that run end, after their calls.
     *
     * @param name in the program
     * @return whether there is such a function that is played
     */
    public boolean coldStart(String name) {
        var found = present.played()
                .filter(function -> function.name().equals(name))
                .toList();
        found.forEach(function -> function.pool().coldStart());
        return !found.isEmpty();
    }

    /** Ends everything that runs; calls under way fail. */
    @Override
    public void close() {
        ticker.close();
        pools.forEach(Pool::close);
        temp.close();
    }

    /** Tells the journal, under the function's name: an environment is of no one call. */
    private record JournalReports(RegisteredFunction registered, RuntimeVersions versions, Journal journal)
            implements Pool.Reports {

        private String function() {
            return registered.name();
        }

        @Override
        public void started(Duration taken, String details) {
            add(
                    "cold start of " + function() + ": " + taken.toMillis() + " ms, on " + details,
                    Map.of(
                            "function",
                            function(),
                            "coldStartMillis",
                            String.valueOf(taken.toMillis()),
                            "runsOn",
                            details));
            versions.warning(registered.runtime(), details)
                    .ifPresent(text -> add(text, Map.of("function", function(), "warning", text)));
        }

        @Override
        public void ended(String why) {
            add(function() + " was ended: " + why, Map.of("function", function(), "ended", why));
        }

        @Override
        public void changed() {
            add("the code of " + function() + " has changed", Map.of("function", function(), "changed", "true"));
        }

        @Override
        public void leftRunning(String what) {
            add(
                    function() + " has answered and left something running (" + what
                            + "); as on Lambda, it stands still until the next call, or for ever",
                    Map.of("function", function(), "leftRunning", what));
        }

        private void add(String text, Map<String, String> details) {
            new Trace(journal, Clock.systemUTC(), function()).step(Step.FUNCTION, () -> text, () -> details);
        }
    }
}
