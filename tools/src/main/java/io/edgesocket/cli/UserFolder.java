package io.edgesocket.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The folder where the user called the command; file names are meant from there. */
final class UserFolder {
    /** Set by the launcher, which goes to the project's folder before it starts Java. */
    private static final String VARIABLE = "EDGESOCKET_CWD";

    private UserFolder() {}

    static Path resolve(String file) {
        return Path.of(Optional.ofNullable(System.getenv(VARIABLE)).orElse("")).resolve(file);
    }
}
