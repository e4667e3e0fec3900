package io.edgesocket.cli.call;

import java.util.Optional;

/**
 * What the launcher tells: as variables of the environment, or with the request to a Java that waited for it, which then
 * sets them here.
 */
public enum LauncherVariable {
    /** The folder where the user called the command; the launcher changes to the project's. */
    EDGESOCKET_CWD,
    /** How wide the terminal is. Missing if standard output is none: Java can only say whether input and output both are. */
    EDGESOCKET_COLUMNS;

    Optional<String> value() {
        return Optional.ofNullable(System.getProperty(name(), System.getenv(name())));
    }

    public void set(String value) {
        System.setProperty(name(), value);
    }
}
