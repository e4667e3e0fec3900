package io.edgesocket.cli;

import java.nio.file.Path;

/** The folder where the user called the command. File names are relative to it. */
final class UserFolder {
    private UserFolder() {}

    static Path resolve(String file) {
        return Path.of(LauncherVariable.EDGESOCKET_CWD.value().orElse("")).resolve(file);
    }
}
