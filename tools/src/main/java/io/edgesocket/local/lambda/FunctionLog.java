package io.edgesocket.local.lambda;

/** Takes what functions print, line by line; called on many threads. */
@FunctionalInterface
public interface FunctionLog {
    /** Drops every line. */
    FunctionLog NONE = (function, line) -> {};

    /** @param function its name in the program */
    void add(String function, String line);
}
