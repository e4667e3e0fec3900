package io.edgesocket.cli;

import java.util.Optional;
import java.util.OptionalInt;

/** The terminal that standard output is, if it is one. */
final class Terminal {
    /** Set by the launcher if standard output is a terminal: Java itself can't tell that of output alone. */
    private static final String COLUMNS = "EDGESOCKET_COLUMNS";

    private Terminal() {}

    /** How wide it is; empty for a file or a pipe. */
    static OptionalInt columns() {
        return columns(System.getenv(COLUMNS));
    }

    /** @param told by a terminal; null if there is none */
    static OptionalInt columns(String told) {
        return Optional.ofNullable(told)
                .filter(columns -> columns.matches("[1-9][0-9]{0,8}")) // some terminals know no width, or tell 0
                .map(columns -> OptionalInt.of(Integer.parseInt(columns)))
                .orElseGet(OptionalInt::empty);
    }

    /** Whether it wants colours. See <a href="https://no-color.org">NO_COLOR</a>. */
    static boolean coloured() {
        return columns().isPresent() && System.getenv("NO_COLOR") == null;
    }
}
