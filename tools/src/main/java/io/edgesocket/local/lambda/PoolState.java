package io.edgesocket.local.lambda;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which environments there are, what each does, and which calls wait for one. It is not thread-safe: its user locks
 * it.
 */
final class PoolState {
    /** Starts at the same time; more would only slow each other down. */
    private static final int STARTS_AT_ONCE = Runtime.getRuntime().availableProcessors();

    record Busy(Environment environment, Call call) {}

    private final Queue<Call> waiting = new ArrayDeque<>();
    private final Map<Environment, Long> starting = new HashMap<>();
    private final Map<Environment, Call> busy = new HashMap<>();
    /** The one used last is first, so those that are not needed stay at the end. */
    private final Deque<Environment> idle = new ArrayDeque<>();
    /** Those that have finished a start or a call, and have no next call yet. */
    private final Set<Environment> between = new HashSet<>();
    /** Those that run former code. Idle ones are never among them: they are ended at once. */
    private final Set<Environment> outdated = new HashSet<>();

    private long version;
    private int leastIdle;
    private long leastIdleSince = System.nanoTime();
    private boolean closed;

    boolean closed() {
        return closed;
    }

    int calls() {
        return busy.size() + waiting.size();
    }

    /** Environments of the present code. */
    int environments() {
        return starting.size() + busy.size() + between.size() + idle.size() - outdated.size();
    }

    boolean has(Environment environment) {
        return starting.containsKey(environment)
                || busy.containsKey(environment)
                || between.contains(environment)
                || idle.contains(environment);
    }

    List<Environment> all() {
        return Stream.of(starting.keySet(), busy.keySet(), between, idle)
                .flatMap(Collection::stream)
                .toList();
    }

    /** A free environment for the call, which is then busy with it; empty if the call has to wait. */
    Optional<Environment> admit(Call call) {
        var free = Optional.ofNullable(idle.poll());
        leastIdle = Math.min(leastIdle, idle.size());
        free.ifPresentOrElse(environment -> occupy(environment, call), () -> waiting.add(call));
        return free;
    }

    /** The call that a free environment is to begin; empty if there is none, and it is idle. */
    Optional<Call> next(Environment free) {
        var call = Optional.ofNullable(waiting.poll());
        call.ifPresentOrElse(next -> occupy(free, next), () -> idle.push(free));
        return call;
    }

    private void occupy(Environment environment, Call call) {
        call.begin();
        busy.put(environment, call);
    }

    /** Whether a call has waited at least so long. */
    boolean waits(long now, Duration patience) {
        return !waiting.isEmpty() && waiting.peek().waited(now).compareTo(patience) >= 0;
    }

    /** Whether another environment may be started; no more than there are calls that wait, as each start is for one. */
    boolean mayStart() {
        var soonFree = starting.size() + between.size();
        return !closed && soonFree < Math.min(STARTS_AT_ONCE, Math.max(1, waiting.size()));
    }

    void starting(Environment environment) {
        starting.put(environment, System.nanoTime());
    }

    /** How long its start took; empty if it was ended meanwhile. */
    Optional<Duration> started(Environment environment) {
        var since = Optional.ofNullable(starting.remove(environment));
        since.ifPresent(any -> between.add(environment));
        return since.map(start -> Duration.ofNanos(System.nanoTime() - start));
    }

    boolean finished(Environment environment, Call call) {
        return busy.remove(environment, call) && between.add(environment);
    }

    /** Whether an environment is to be ended before it is given anything more. */
    boolean over(Environment environment) {
        return !between.remove(environment) || outdated.remove(environment);
    }

    /** The call that fails with the environment: its own, or the first that waited for it to start. */
    Optional<Call> lost(Environment environment) {
        outdated.remove(environment);
        between.remove(environment);
        idle.remove(environment);
        return Optional.ofNullable(starting.remove(environment) != null ? waiting.poll() : busy.remove(environment));
    }

    /**
     * Those that are idle are given back, to be ended; the others go on until they are free. Empty if all is as it
     * was.
     */
    Optional<List<Environment>> renew(long present) {
        if (version == present) {
            return Optional.empty();
        }
        var former = replace(present);
        return former.isEmpty() && outdated.isEmpty() ? Optional.empty() : Optional.of(former);
    }

    /** All that there are now are former ones. Those that are idle are given back, to be ended. */
    List<Environment> replace(long present) {
        version = present;
        var former = List.copyOf(idle);
        idle.clear();
        outdated.addAll(busy.keySet());
        outdated.addAll(between);
        outdated.addAll(starting.keySet());
        return former;
    }

    List<Busy> removeLateCalls(long now, Duration timeout) {
        var late = busy.entrySet().stream()
                .filter(entry -> entry.getValue().taken(now).compareTo(timeout) > 0)
                .map(entry -> new Busy(entry.getKey(), entry.getValue()))
                .toList();
        late.forEach(each -> {
            busy.remove(each.environment());
            outdated.remove(each.environment());
        });
        return late;
    }

    List<Environment> lateStarts(long now, Duration longest) {
        return starting.entrySet().stream()
                .filter(entry -> now - entry.getValue() > longest.toNanos())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that were idle during all of the given time; one is kept. */
    List<Environment> removeUnused(long now, Duration kept) {
        if (now - leastIdleSince < kept.toNanos()) {
            return List.of();
        }
        var unused = new ArrayList<Environment>();
        for (var left = leastIdle; left > 0 && idle.size() > 1; left--) {
            unused.add(idle.pollLast());
        }
        leastIdle = idle.size();
        leastIdleSince = now;
        return unused;
    }

    /** Closes it, and gives back the calls that have no answer yet. */
    List<Call> close() {
        closed = true;
        var calls =
                Stream.of(busy.values(), waiting).flatMap(Collection::stream).toList();
        starting.clear();
        busy.clear();
        between.clear();
        idle.clear();
        outdated.clear();
        waiting.clear();
        return calls;
    }
}
