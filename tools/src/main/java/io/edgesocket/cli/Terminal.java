package io.edgesocket.cli;

import java.util.Optional;
import java.util.OptionalInt;

/** The terminal that standard output is, if it is one. */
final class Terminal {
    /** Set by the launcher if standard output is a terminal. Java can only say whether input and output both are. */
    private static final String COLUMNS = "EDGESOCKET_COLUMNS";

    private Terminal() {}

    /** How wide it is; empty for a file or a pipe. */
    static OptionalInt columns() {
        return columns(System.getenv(COLUMNS));
    }

    /** @param reported the terminal's width; null if there is no terminal */
    static OptionalInt columns(String reported) {
        return Optional.ofNullable(reported)
                .filter(columns -> columns.matches("[1-9][0-9]{0,8}")) // some terminals report no width, or 0
                .map(columns -> OptionalInt.of(Integer.parseInt(columns)))
                .orElseGet(OptionalInt::empty);
    }

    /** Whether it wants colours. See <a href="https://no-color.org">NO_COLOR</a>. */
    static boolean coloured() {
        return columns().isPresent() && System.getenv("NO_COLOR") == null;
    }
}
