package io.edgesocket.revision;

/**
 * A commit.
 *
 * @param name   as the user wrote it, such as {@code main}
 * @param commit its full hash
 */
public record Revision(String name, String commit) {
    private static final int SHORT = 7;

    /** {@code main (1a2b3c4)}, or the short hash alone if the user wrote the hash. */
    @Override
    public String toString() {
        var hash = commit.substring(0, Math.min(SHORT, commit.length()));
        return commit.startsWith(name) ? hash : name + " (" + hash + ")";
    }
}
