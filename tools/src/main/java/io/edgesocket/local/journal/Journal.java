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

    /**
     * The same for one event. A journal that can't take as many as there are may refuse it, if it isn't a refusal; whoever
     * asked and got {@code true} adds it.
     */
    default boolean listening(Step step) {
        return listening();
    }

    /** Whether events are wanted with their details, which cost more than the text. */
    default boolean detailed() {
        return listening();
    }

    void add(Event event);
}
