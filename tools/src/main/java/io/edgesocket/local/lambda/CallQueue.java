package io.edgesocket.local.lambda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a busy environment has to do: a call, and those that were sent ahead, which it begins by itself when that is answered. It is
 * not thread-safe.
 */
final class CallQueue {
    private CallFrame current;
    private final Deque<CallFrame> ahead = new ArrayDeque<>(1);

    CallQueue(Call first) {
        first.begin();
        current = CallFrame.now(first);
    }

    CallFrame current() {
        return current;
    }

    /** All of it, in its order. */
    List<Call> calls() {
        return Stream.concat(Stream.of(current), ahead.stream())
                .map(CallFrame::call)
                .toList();
    }

    /** How many calls were sent ahead. */
    int ahead() {
        return ahead.size();
    }

    /** The number of the last that was sent ahead, and is not begun as far as is known. */
    long last() {
        return ahead.getLast().number();
    }

    void add(CallFrame sent) {
        ahead.add(sent);
    }

    /** The first that was sent ahead is what it does now. Returns whether there is one. */
    boolean goOn() {
        var next = ahead.poll();
        if (next != null) {
            next.call().begin();
            current = next;
        }
        return next != null;
    }

    /** The calls that were sent ahead after a number, the last first. They are no part of it any more. */
    List<Call> removeAfter(long number) {
        var removed = new ArrayList<Call>();
        while (!ahead.isEmpty() && ahead.getLast().number() > number) {
            removed.add(ahead.removeLast().call());
        }
        return removed;
    }
}
