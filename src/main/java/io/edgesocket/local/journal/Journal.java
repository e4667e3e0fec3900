package io.edgesocket.local.journal;

/** Takes events as they happen, on the thread on which they happen: it must be quick, and never throw. */
public interface Journal {
    /** For when nobody listens. */
    Journal NONE = new Journal() {
        @Override
        public boolean listening() {
            return false;
        }

        @Override
        public void add(Event event) {
            // nobody to tell
        }
    };

    /** Asked before an event is put together, which costs more than it does to drop it. */
    boolean listening();

    void add(Event event);
}
