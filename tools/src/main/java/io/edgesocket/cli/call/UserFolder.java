package io.edgesocket.cli.call;

import java.nio.file.Path;

/** The folder where the user called the command. File names are relative to it. */
public final class UserFolder {
    private UserFolder() {}

    public static Path resolve(String file) {
        return Path.of(LauncherVariable.EDGESOCKET_CWD.value().orElse("")).resolve(file);
    }
}
