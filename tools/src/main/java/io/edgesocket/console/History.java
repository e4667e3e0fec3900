package io.edgesocket.console;

import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.EventJson;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/**
 * The newest {@value #KEPT} events of a local run, for all pages: traffic waits for none of them. A page that is slower, or
 * comes back later, finds what is still kept, and how much is not.
 */
public final class History implements Journal, Events {
    static final int KEPT = 10_000;
    /** Events of messages that are made in a second: a page shows a fifth of them. */
    static final int MADE = 5_000;
    /** A page that is loaded anew is gone for a moment, and is to miss nothing. */
    static final Duration WITHOUT_PAGES = Duration.ofMinutes(1);

    /** Those of a message. A connection's beginning and end matter more. */
    private static final Set<Step> OF_MESSAGES = EnumSet.of(
            Step.MESSAGE,
            Step.ROUTE,
            Step.INTEGRATION,
            Step.ANSWER,
            Step.MANAGEMENT,
            Step.ACCESS_LOG,
            Step.FUNCTION,
            Step.LOG);

    private final String run = UUID.randomUUID().toString();
    private final Allowance messages = new Allowance(MADE);
    private final LongAdder refused = new LongAdder();
    /** The newest, as a ring. */
    private final Numbered[] kept = new Numbered[KEPT];

    private long added;
    private long last;
    private volatile String started = "null";
    private volatile boolean read;
    private volatile long listensUntil = System.nanoTime();

    /** @param number grows; those between are of events that nobody made */
    private record Numbered(long number, Event event) {}

    /** Shown to each page first, as the first line of {@code --trace json} is. */
    public void started(String event) {
        started = event;
    }

    @Override
    public void read(boolean byAnyPage) {
        listensUntil = System.nanoTime() + WITHOUT_PAGES.toNanos();
        read = byAnyPage;
    }

    /** While there is a page, or was a moment ago. */
    @Override
    public boolean listening() {
        return read || System.nanoTime() - listensUntil < 0;
    }

    /**
     * Of messages, at most {@value #MADE} events are made in a second, as to make one for each step of a message costs as much
     * as the message. The others are counted.
     */
    @Override
    public boolean listening(Step step) {
        if (!listening()) {
            return false;
        }
        if (!OF_MESSAGES.contains(step) || messages.take()) {
            return true;
        }
        refused.increment();
        return false;
    }

    /** If events are made for somebody else, a page that is opened later can show them whole. */
    @Override
    public boolean detailed() {
        return true;
    }

    @Override
    public synchronized void add(Event event) {
        number(1);
        kept[(int) (added % KEPT)] = new Numbered(last, event);
        added++;
    }

    private void number(int more) {
        last += refused.sumThenReset() + more;
    }

    @Override
    public String about() {
        return "{\"run\":\"" + run + "\",\"started\":" + started + "}";
    }

    @Override
    public Batch after(long number) {
        var found = new ArrayDeque<Line>();
        long newest;
        synchronized (this) {
            number(0);
            newest = last;
            for (var each = added - 1; each >= Math.max(0, added - KEPT); each--) {
                var numbered = kept[(int) (each % KEPT)];
                if (numbered.number <= number) {
                    break;
                }
                found.addFirst(new Kept(numbered.event));
            }
        }
        return new Batch(List.copyOf(found), Math.max(0, newest - number - found.size()), newest);
    }

    private record Kept(Event event) implements Line {
        @Override
        public boolean matters() {
            return event.refusal().isPresent()
                    || !OF_MESSAGES.contains(event.step())
                    || event.details().containsKey("subprotocol");
        }

        @Override
        public String json() {
            return EventJson.of(event);
        }
    }
}
