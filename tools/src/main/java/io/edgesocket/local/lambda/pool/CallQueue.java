package io.edgesocket.local.lambda.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a busy environment has to do: a call, and those that were sent ahead, which it begins by itself when that is answered. It is
 * not thread-safe.
 */
final class CallQueue {
    /** The first is the one under way. */
    private final Deque<CallFrame> frames = new ArrayDeque<>(2);

    CallQueue(Call first) {
        first.begin();
        frames.add(CallFrame.now(first));
    }

    CallFrame current() {
        return frames.getFirst();
    }

    /** All of it, in its order. */
    List<Call> calls() {
        return frames.stream().map(CallFrame::call).toList();
    }

    /** How many calls were sent ahead, and are not begun as far as is known. */
    int ahead() {
        return frames.size() - 1;
    }

    /** The number of the last. */
    long last() {
        return frames.getLast().number();
    }

    void add(CallFrame sent) {
        frames.add(sent);
    }

    /** The first that was sent ahead is what it does now. Returns whether there is one. */
    boolean goOn() {
        frames.remove();
        if (frames.isEmpty()) {
            return false;
        }
        current().call().begin();
        return true;
    }

    /** The calls after a number, the last first. They are no part of it any more. */
    List<Call> removeAfter(long number) {
        var removed = new ArrayList<Call>();
        while (!frames.isEmpty() && last() > number) {
            removed.add(frames.removeLast().call());
        }
        return removed;
    }
}
