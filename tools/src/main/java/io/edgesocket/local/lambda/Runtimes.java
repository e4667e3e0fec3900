package io.edgesocket.local.lambda;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The programs that run other languages than Java, as far as this machine has them. */
record Runtimes(String searchPath) {

    static Runtimes ofThisMachine() {
        return new Runtimes(System.getenv().getOrDefault("PATH", ""));
    }

    Optional<Path> find(String program) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
