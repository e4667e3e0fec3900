package io.edgesocket.components;

import java.util.List;

/**
 * One thing that is wrong with what a user wrote.
 *
 * @param path    where it stands, a step for each level: {@code routes}, {@code ping}, {@code timeout}
 * @param given   what was found; never a secret's value
 * @param allowed what may stand there, or what to do instead
 */
public record Problem(List<String> path, String given, String allowed) {
    public Problem {
        path = List.copyOf(path);
    }

    /** Of what stands at the top, or under a key that is one word to its reader. */
    public Problem(String property, String given, String allowed) {
        this(List.of(property), given, allowed);
    }

    /** The path as the user would write it: {@code routes.ping.timeout}. */
    public String property() {
        return String.join(".", path);
    }

    @Override
    public String toString() {
        return property() + ": " + given + "; " + allowed;
    }
}
