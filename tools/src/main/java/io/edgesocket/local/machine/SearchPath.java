package io.edgesocket.local.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Where this machine's programs are looked for.
 *
 * @param folders as {@code PATH} has them
 */
public record SearchPath(String folders) {

    public static SearchPath ofThisMachine() {
        return of(System.getenv());
    }

    /** @param environment the user's variables */
    public static SearchPath of(Map<String, String> environment) {
        return new SearchPath(environment.getOrDefault("PATH", ""));
    }

    public Optional<Path> find(String program) {
        return Arrays.stream(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
