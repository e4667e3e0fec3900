package io.edgesocket.console;

import java.util.List;

/** What pages read: events, each with its number, which grows. */
public interface Events {

    /** What this is, as JSON, for a page that begins to read: at least {@code run}, another one for other events. */
    String about();

    /** Tells that pages begin or end to read. */
    default void read(boolean byAnyPage) {}

    /** The events after one of a number, the oldest first; 0 for all that are kept. */
    Batch after(long number);

    /**
     * Some events in a row.
     *
     * @param missed how many before them are kept no more
     * @param last   the number of the last
     */
    record Batch(List<Line> lines, long missed, long last) {
        public Batch {
            lines = List.copyOf(lines);
        }
    }

    /** One event. */
    interface Line {
        /** Whether a page that can't show all events is still to get this one. */
        boolean matters();

        String json();
    }
}
