package io.edgesocket.plan.diff;

/**
 * Something that a reviewer must not miss.
 *
 * @param resource its name in the program; for an output of the stack, the output's
 * @param reason   what happens, as the rest of a sentence about it
 */
public record Effect(Kind kind, String resource, String reason) {
    /** In the order in which they are shown. */
    public enum Kind {
        /** Clients can't connect for a while, or connections end. */
        DOWNTIME("downtime"),
        /** Clients have to use another address. */
        ADDRESS("address"),
        /** Somebody gets in who didn't before. */
        ACCESS("opens access");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
