package io.edgesocket.probe.wire;

import java.util.List;
import java.util.Optional;

/** A line of the head of a request or an answer. */
public record Header(String name, String value) {

    /** Whether one of these has its name. */
    boolean isNamedIn(List<Header> others) {
        return others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name));
    }

    /** What is written as {@code Name: value}; empty if it has no name. */
    public static Optional<Header> parse(String written) {
        var colon = written.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(new Header(
                        written.substring(0, colon).strip(),
                        written.substring(colon + 1).strip()));
    }
}
