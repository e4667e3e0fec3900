package io.edgesocket.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.workspace.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a job has checked out: the scripts, two stacks, and a launcher that answers from files, so that nothing is built. */
final class Checkout {
    private static final String LAUNCHER = """
            #!/usr/bin/env bash
            printf '%s\\n' "edgesocket $*" >> "$DESK/calls"
            answer=$DESK/edgesocket/$1
            cat "$answer.err" >&2 2> /dev/null
            previous=
            for argument in "$@"; do
              if [[ $previous == --output && -e $answer ]]; then cp "$answer" "$argument"; fi
              previous=$argument
            done
            if [[ " $* " != *" --output "* ]]; then cat "$answer"; fi
            exit "$(cat "$answer.exit" 2> /dev/null || echo 0)"
            """;

    private Checkout() {}

    static Runner in(Path folder) {
        try {
            var project = Files.createDirectories(folder.resolve("project"));
            var desk = Files.createDirectories(folder.resolve("desk"));
            var scripts = Files.createDirectories(project.resolve(".github/scripts"));
            try (var files = Files.list(Project.ofRepository().folder().resolve(".github/scripts"))) {
                for (var file : files.toList()) {
                    Files.copy(file, scripts.resolve(file.getFileName()));
                }
            }
            Files.writeString(project.resolve("Pulumi.yaml"), "name: chat\nruntime: java\n");
            Files.writeString(project.resolve("Pulumi.dev.yaml"), "config: {}\n");
            Files.writeString(project.resolve("Pulumi.prod.yaml"), "config: {}\n");
            Files.writeString(project.resolve("edgesocket"), LAUNCHER);
            assertThat(project.resolve("edgesocket").toFile().setExecutable(true))
                    .isTrue();
            return Runner.in(project, desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
