package io.edgesocket.cli.call;

import java.util.Optional;
import java.util.OptionalInt;

/** The terminal that standard output is, if it is one. */
public final class Terminal {
    private Terminal() {}

    /** How wide it is; empty for a file or a pipe. */
    public static OptionalInt columns() {
        return columns(LauncherVariable.EDGESOCKET_COLUMNS.value());
    }

    /** @param reported the terminal's width; empty if there is no terminal */
    static OptionalInt columns(Optional<String> reported) {
        return reported.filter(columns -> columns.matches("[1-9][0-9]{0,8}")) // some terminals report no width, or 0
                .map(columns -> OptionalInt.of(Integer.parseInt(columns)))
                .orElseGet(OptionalInt::empty);
    }

    /** Whether it wants colours. See <a href="https://no-color.org">NO_COLOR</a>. */
    public static boolean coloured() {
        return columns().isPresent() && System.getenv("NO_COLOR") == null;
    }
}
