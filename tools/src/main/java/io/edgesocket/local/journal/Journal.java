package io.edgesocket.local.journal;

/** Takes events as they happen, on the thread on which they happen: it must be quick, and never throw. */
public interface Journal {
    /** Takes no events. */
    Journal NONE = new Journal() {
        @Override
        public boolean listening() {
            return false;
        }

        @Override
        public void add(Event event) {
            // no events are taken
        }
    };

    /** Whether events are wanted. Asked first, because making an event costs more than this question. */
    boolean listening();

    /** Whether events are wanted with their details, which cost more than the text. */
    default boolean detailed() {
        return listening();
    }

    void add(Event event);
}
