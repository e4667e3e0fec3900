package io.edgesocket.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The folder where the user called the command. File names are relative to it. */
final class UserFolder {
    /** Set by the launcher, because it changes to the project's folder before it starts Java. */
    private static final String VARIABLE = "EDGESOCKET_CWD";

    private UserFolder() {}

    static Path resolve(String file) {
        return Path.of(Optional.ofNullable(System.getenv(VARIABLE)).orElse("")).resolve(file);
    }
}
