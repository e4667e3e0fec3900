package io.edgesocket.console;

import com.fasterxml.jackson.databind.JsonNode;

/** What the page can have a local run do. */
public interface Control {

    /** What there is to do something with. */
    JsonNode state();

    /** What is played: its parts and how they are connected, its settings, and what the last change made different. */
    JsonNode stack();

    /**
     * Does it.
     *
     * @param command an object; {@code do} says what
     * @return what was done
     * @throws RefusedCommandException if it can't be done; the message says why, and what is allowed
     */
    JsonNode take(JsonNode command);
}
