package io.edgesocket.console;

import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.EventJson;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * The newest {@value #KEPT} events of a local run, for all pages: traffic waits for none of them. A page that is slower, or
 * comes back later, finds what is still kept, and how much is not.
 */
public final class History implements Journal, Events {
    static final int KEPT = 10_000;
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
    private final Event[] kept = new Event[KEPT];
    private long last;
    private volatile String started = "null";
    private volatile boolean read;
    private volatile long listensUntil = System.nanoTime();

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

    /** If events are made for somebody else, a page that is opened later can show them whole. */
    @Override
    public boolean detailed() {
        return true;
    }

    @Override
    public synchronized void add(Event event) {
        last++;
        kept[(int) (last % KEPT)] = event;
    }

    @Override
    public String about() {
        return "{\"run\":\"" + run + "\",\"started\":" + started + "}";
    }

    @Override
    public Batch after(long number) {
        var found = new ArrayList<Line>();
        long first;
        long newest;
        synchronized (this) {
            newest = last;
            first = Math.min(Math.max(number + 1, newest - KEPT + 1), newest + 1);
            for (var each = first; each <= newest; each++) {
                found.add(new Kept(kept[(int) (each % KEPT)]));
            }
        }
        return new Batch(found, Math.max(0, first - number - 1), newest);
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
