package io.edgesocket.local.lambda.pool;

import io.edgesocket.local.lambda.pool.Invocation.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The environments of one function: as many as calls are under way at a time. If none is free, a call waits a moment
 * before another is started: a start takes longer than most calls.
 */
public final class Pool implements Environment.Owner {
    /**
     * How long a call waits for an environment before another is started. That takes longer than this. Under a load that
     * keeps the processors busy, calls of a quick function wait too, and more environments would only be in each other's way.
     */
    static final Duration PATIENCE = Duration.ofMillis(50);
    /** A call that takes longer has none behind it, and all that are sent ahead are to take no longer together. */
    private static final Duration MOMENT = Duration.ofMillis(5);
    /** How long an environment may load its code, in addition to the timeout of a call. */
    static final Duration START_MAX = Duration.ofSeconds(10);
    /** An environment that was not needed for so long is ended. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final Failed OVER = new Failed("Sandbox.Closed", "the local run has ended");

    /** Gets reports of what a pool does, besides answering calls. */
    public interface Reports {
        /** Drops every report. */
        Reports NONE = new Reports() {
            @Override
            public void started(Duration taken, String details) {}

            @Override
            public void ended(String why) {}

            @Override
            public void changed() {}

            @Override
            public void leftRunning(String what) {}
        };

        /** A cold start. */
        void started(Duration taken, String details);

        void ended(String why);

        /** The code on disk has changed; environments of the former code end. */
        void changed();

        /** What was still running when a call was answered. */
        void leftRunning(String what);
    }

    private volatile PoolLimits limits;
    private volatile Environment.Maker maker;
    private final Reports reports;
    /**
     * Read and changed under its lock only. Whatever takes time, or calls other objects, is done outside the lock, but for what it
     * asks environments itself, which is quick.
     */
    private final PoolState state = new PoolState();

    private final CompletableFuture<Void> warm = new CompletableFuture<>();

    /** It has no environment yet. */
    public Pool(PoolLimits limits, Environment.Maker maker, Reports reports) {
        this.limits = limits;
        this.maker = maker;
        this.reports = reports;
    }

    /**
     * Waits for nothing: the caller's thread reads the sockets of all clients.
     *
     * @param printed takes what the function prints meanwhile
     */
    public CompletableFuture<Invocation> invoke(byte[] event, Consumer<String> printed) {
        var call = new Call(event, printed);
        if (maker.mayHaveChanged()) {
            DaemonThread.start("looks for changed code", () -> renewAndAdmit(call));
        } else {
            renewAndAdmit(call); // a function with the same code may have looked, and found it changed
        }
        return call.answer();
    }

    /** Whatever becomes of the look at the code, the call is answered. */
    private void renewAndAdmit(Call call) {
        try {
            renew();
        } finally {
            admit(call);
        }
    }

    /** The next call finds the code as it is on disk now. */
    public void codeChanged() {
        maker.codeChanged();
    }

    /** The next call begins with the start of an environment; calls under way end as they began. */
    public void coldStart() {
        var version = maker.version();
        List<Environment> former;
        synchronized (state) {
            former = state.replace(version);
        }
        end(former);
    }

    /** The function has other settings or other code now: calls under way end as they began, and the next have these. */
    public void change(PoolLimits nextLimits, Environment.Maker nextMaker) {
        var version = nextMaker.version();
        List<Environment> former;
        synchronized (state) {
            limits = nextLimits;
            maker = nextMaker;
            former = state.replace(version);
        }
        end(former);
    }

    /** The function is no more: what is idle ends now, and all else once the last call could have ended. */
    public void retire(Runnable closed) {
        coldStart();
        var last = limits.timeout().plus(START_MAX);
        CompletableFuture.delayedExecutor(last.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    close();
                    closed.run();
                });
    }

    private void admit(Call call) {
        Optional<PoolState.Turn> turn;
        synchronized (state) {
            if (state.closed()) {
                call.answer().complete(OVER);
                return;
            }
            if (state.calls() >= limits.concurrency()) {
                call.answer().complete(new Invocation.Throttled(limits.concurrency()));
                return;
            }
            state.admit(call);
            turn = state.serve();
        }
        turn.ifPresentOrElse(PoolState.Turn::begin, this::startIfWaitedFor);
    }

    /**
     * Starts an environment ahead of the first call.
     *
     * @return ends when the first environment has started, or has ended
     */
    public CompletableFuture<Void> warmUp() {
        renew();
        startFirst();
        return warm;
    }

    /** To be called every few milliseconds: ends what takes too long or is of no use, starts what is waited for. */
    void tick() {
        var now = System.nanoTime();
        endLateCalls(now);
        endLateStarts(now);
        takeBack(now);
        startMore(now);
        endUnused(now);
    }

    /** Ends all environments; calls under way fail. */
    public void close() {
        List<Environment> environments;
        List<Call> calls;
        synchronized (state) {
            environments = state.all();
            calls = state.close();
        }
        environments.forEach(Environment::end);
        calls.forEach(call -> call.answer().complete(OVER));
    }

    @Override
    public void ready(Environment environment, String details) {
        Optional<Duration> taken;
        synchronized (state) {
            taken = state.started(environment);
        }
        taken.ifPresent(time -> {
            reports.started(time, details);
            release(environment, 0);
            warm.complete(null);
        });
    }

    /** The next call begins before this one is answered: a process works on it while what follows is done here. */
    @Override
    public void finished(Environment environment, Call call, Invocation outcome) {
        synchronized (state) {
            if (!state.finished(environment, call)) {
                return; // it took too long, and has been answered
            }
        }
        release(environment, environment.room() > 0 ? ahead(call.taken(System.nanoTime())) : 0);
        call.answer().complete(InvocationFailures.notTooLarge(outcome));
    }

    /** So many that all together take but a moment, if each takes as long as the call before them. */
    private int ahead(Duration taken) {
        return (int) Math.min(limits.ahead(), MOMENT.toNanos() / Math.max(1, taken.toNanos()));
    }

    @Override
    public void dropped(Environment environment, CallFrame frame) {
        synchronized (state) {
            if (!state.dropped(environment, frame)) {
                return;
            }
        }
        release(environment, 0);
    }

    @Override
    public void leftRunning(Environment environment, String what) {
        reports.leftRunning(what);
    }

    @Override
    public void lost(Environment environment, Failed why) {
        List<Call> calls;
        synchronized (state) {
            if (!state.has(environment)) {
                return;
            }
            calls = state.lost(environment);
        }
        environment.end();
        reports.ended(why.errorMessage());
        calls.forEach(call -> call.answer().complete(why));
        startIfWaitedFor();
        warm.complete(null);
    }

    /** Gives an environment its next call, if one waits, and sends others ahead behind that. */
    private void release(Environment environment, int ahead) {
        boolean over;
        Optional<PoolState.Turn> next;
        synchronized (state) {
            over = state.over(environment);
            next = over ? Optional.empty() : state.next(environment, ahead);
        }
        next.ifPresent(PoolState.Turn::begin);
        if (over) {
            environment.end();
            startIfWaitedFor();
        }
    }

    /** After a change of the code, calls under way end on the old one, and nothing new begins there. */
    private void renew() {
        var version = maker.version();
        Optional<List<Environment>> former;
        synchronized (state) {
            former = state.renew(version);
        }
        former.ifPresent(each -> {
            reports.changed();
            end(each);
        });
    }

    /** Calls may have waited for their start. */
    private void end(List<Environment> former) {
        former.forEach(Environment::end);
        startIfWaitedFor();
        if (!former.isEmpty()) {
            warm.complete(null);
        }
    }

    /** Starts an environment if there is none, and a call waits for one. */
    private void startIfWaitedFor() {
        boolean waited;
        synchronized (state) {
            waited = state.waits(System.nanoTime(), Duration.ZERO);
        }
        if (waited) {
            startFirst();
        }
    }

    private void startFirst() {
        Optional<Environment> first = Optional.empty();
        synchronized (state) {
            if (state.mayStart() && state.environments() == 0) {
                first = Optional.of(starting());
            }
        }
        first.ifPresent(Environment::start);
    }

    private void startMore(long now) {
        var more = new ArrayList<Environment>();
        synchronized (state) {
            while (state.waits(now, PATIENCE) && state.mayStart() && state.environments() < limits.environments()) {
                more.add(starting());
            }
        }
        more.forEach(Environment::start);
    }

    private Environment starting() {
        var environment = maker.make(this);
        state.starting(environment);
        return environment;
    }

    private void endLateCalls(long now) {
        List<PoolState.Late> late;
        synchronized (state) {
            late = state.removeLateCalls(now, limits.timeout());
        }
        for (var each : late) {
            each.environment().end();
            reports.ended("timed out after " + limits.timeout().toMillis() + " ms");
            each.calls().forEach(call -> call.answer().complete(new Invocation.TimedOut(limits.timeout())));
        }
        if (!late.isEmpty()) {
            startIfWaitedFor();
        }
    }

    /** On Lambda no call waits for another. */
    private void takeBack(long now) {
        List<PoolState.Turn> turns;
        synchronized (state) {
            state.takeBackBehind(now, MOMENT);
            turns = Stream.generate(state::serve)
                    .takeWhile(Optional::isPresent)
                    .map(Optional::orElseThrow)
                    .toList();
        }
        turns.forEach(PoolState.Turn::begin);
    }

    private void endLateStarts(long now) {
        List<Environment> late;
        var longest = START_MAX.plus(limits.timeout());
        synchronized (state) {
            late = state.lateStarts(now, longest);
        }
        late.forEach(each -> lost(
                each,
                new Failed(
                        "Sandbox.Timedout", "Loading the code took longer than " + longest.toSeconds() + " seconds")));
    }

    private void endUnused(long now) {
        List<Environment> unused;
        synchronized (state) {
            unused = state.removeUnused(now, KEPT);
        }
        unused.forEach(Environment::end);
    }
}
