package io.edgesocket.local.lambda.pool;

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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which environments there are, what each does, and which calls wait for one. It is not thread-safe: its user locks
 * it.
 */
final class PoolState {
    /** Starts at the same time; more would only slow each other down. */
    private static final int STARTS_AT_ONCE = Runtime.getRuntime().availableProcessors();

    /**
     * What an environment does next.
     *
     * @param frames what it is to be sent for that, and behind it
     */
    record Turn(Environment environment, Call call, List<CallFrame> frames) {
        void begin() {
            environment.begin(call, frames);
        }
    }

    /** Calls that fail with their environment. */
    record Late(Environment environment, List<Call> calls) {}

    private final Deque<Call> waiting = new ArrayDeque<>();
    private final Map<Environment, Long> starting = new HashMap<>();
    private final Map<Environment, CallQueue> busy = new HashMap<>();
    /** The one used last is first, so those that are not needed stay at the end. */
    private final Deque<Environment> idle = new ArrayDeque<>();
    /** Those that have finished a start or a call, and have no next call yet. */
    private final Set<Environment> between = new HashSet<>();
    /** Those that run former code. None of them is idle or starting: such are ended at once. */
    private final Set<Environment> outdated = new HashSet<>();

    private long version;
    private long lastFrame = CallFrame.NOW;
    private int leastIdle;
    private long leastIdleSince = System.nanoTime();
    private boolean closed;

    boolean closed() {
        return closed;
    }

    int calls() {
        var calls = busy.size() + waiting.size();
        for (var queue : busy.values()) {
            calls += queue.ahead();
        }
        return calls;
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

    void admit(Call call) {
        waiting.add(call);
    }

    /** Gives the first call that waits to an environment that is idle; empty if there are not both. */
    Optional<Turn> serve() {
        if (idle.isEmpty() || waiting.isEmpty()) {
            return Optional.empty();
        }
        var environment = idle.remove();
        leastIdle = Math.min(leastIdle, idle.size());
        return Optional.of(begin(environment));
    }

    private Turn begin(Environment environment) {
        var queue = new CallQueue(waiting.remove());
        busy.put(environment, queue);
        return new Turn(environment, queue.current().call(), List.of(queue.current()));
    }

    /**
     * What an environment does that has come to the end of a call, or of its start; empty if there is nothing to do, and it is
     * idle.
     *
     * @param most calls that are sent ahead
     */
    Optional<Turn> next(Environment environment, int most) {
        var queue = busy.get(environment);
        if (queue == null && waiting.isEmpty()) {
            idle.push(environment);
            return Optional.empty();
        }
        var turn = queue == null
                ? begin(environment)
                : new Turn(environment, queue.current().call(), List.of());
        var sends = most > 0 && !waiting.isEmpty() && !outdated.contains(environment);
        return Optional.of(sends ? withAhead(turn, most) : turn);
    }

    /** Several are sent at once, as that takes little more than one: it waits until half of them are begun. */
    private Turn withAhead(Turn turn, int most) {
        var queue = busy.get(turn.environment());
        if (queue.ahead() > most / 2) {
            return turn;
        }
        var frames = new ArrayList<>(turn.frames());
        var room = turn.environment().room() - CallFrame.length(frames);
        while (queue.ahead() < most && !waiting.isEmpty() && CallFrame.length(waiting.element()) <= room) {
            var frame = new CallFrame(++lastFrame, waiting.remove());
            room -= frame.length();
            queue.add(frame);
            frames.add(frame);
        }
        return new Turn(turn.environment(), turn.call(), frames);
    }

    /** Calls that were sent ahead wait as before, where the call in front of them takes longer than a time. */
    void takeBackBehind(long now, Duration longest) {
        busy.forEach((environment, queue) -> {
            if (queue.current().call().taken(now).compareTo(longest) > 0) {
                takeBack(environment, queue);
            }
        });
    }

    /** What can't be taken back is begun. What the environment is to do next stays with it in any case. */
    private void takeBack(Environment environment, CallQueue queue) {
        if (queue.ahead() > 0) {
            var begun = Math.max(queue.current().number(), environment.recall(queue.last()));
            queue.removeAfter(begun).forEach(waiting::addFirst);
        }
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
        var queue = busy.get(environment);
        var finished = queue != null && queue.current().call() == call;
        if (finished) {
            goOn(environment, queue);
        }
        return finished;
    }

    /** The call waits as before, unless it was taken back already. Returns whether the environment has come to an end of it. */
    boolean dropped(Environment environment, CallFrame frame) {
        var queue = busy.get(environment);
        var dropped = queue != null && queue.current().equals(frame);
        if (dropped) {
            waiting.addFirst(frame.call());
            goOn(environment, queue);
        }
        return dropped;
    }

    private void goOn(Environment environment, CallQueue queue) {
        if (!queue.goOn()) {
            busy.remove(environment);
            between.add(environment);
        }
    }

    /** Whether an environment is to be ended before it is given anything more. */
    boolean over(Environment environment) {
        return !busy.containsKey(environment) && (!between.remove(environment) || outdated.remove(environment));
    }

    /**
     * The calls that fail with the environment: what it has begun, or the first that waited for it to start. What was sent ahead
     * waits as before, though it was to be next: the environment may have ended of what an earlier call had left to do.
     */
    List<Call> lost(Environment environment) {
        between.remove(environment);
        idle.remove(environment);
        if (starting.remove(environment) != null) {
            return Stream.ofNullable(waiting.poll()).toList();
        }
        return removeBusy(environment);
    }

    private List<Call> removeBusy(Environment environment) {
        outdated.remove(environment);
        var queue = busy.remove(environment);
        if (queue == null) {
            return List.of();
        }
        queue.removeAfter(environment.recall(queue.last())).forEach(waiting::addFirst);
        return queue.calls();
    }

    /** As {@link #replace}; empty if all is as it was. */
    Optional<List<Environment>> renew(long present) {
        if (version == present) {
            return Optional.empty();
        }
        var former = replace(present);
        return former.isEmpty() && outdated.isEmpty() ? Optional.empty() : Optional.of(former);
    }

    /**
     * All that there are now are former ones. Those that have no call, as they are idle or start, are given back, to be ended; the
     * others begin nothing more.
     */
    List<Environment> replace(long present) {
        version = present;
        var former = Stream.concat(idle.stream(), starting.keySet().stream()).toList();
        idle.clear();
        starting.clear();
        outdated.addAll(busy.keySet());
        outdated.addAll(between);
        busy.forEach(this::takeBack);
        return former;
    }

    List<Late> removeLateCalls(long now, Duration timeout) {
        var late = busy.entrySet().stream()
                .filter(entry -> entry.getValue().current().call().taken(now).compareTo(timeout) > 0)
                .map(Map.Entry::getKey)
                .toList();
        return late.stream().map(each -> new Late(each, removeBusy(each))).toList();
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
        var calls = Stream.concat(busy.values().stream().flatMap(queue -> queue.calls().stream()), waiting.stream())
                .toList();
        starting.clear();
        busy.clear();
        between.clear();
        idle.clear();
        outdated.clear();
        waiting.clear();
        return calls;
    }
}
