package io.edgesocket.cli.call;

import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --environment}: what the stack takes from Pulumi ESC, which only Pulumi Cloud can open. */
public final class EnvironmentOption {
    @Option(
            names = "--environment",
            paramLabel = "FILE",
            description = "What an environment of Pulumi ESC sets that the stack's file takes: what "
                    + "`pulumi env get ENVIRONMENT --value json` prints. Of several, what a later one sets holds.")
    private List<String> files = List.of();

    public boolean isGiven() {
        return !files.isEmpty();
    }

    /** The stack's configuration, as its file, the project's and these say it now. */
    public StackConfig config(String stack) {
        return Project.at(StackOption.FOLDER)
                .stack(stack, files.stream().map(EnvironmentOption::file).toList());
    }

    private static Path file(String name) {
        var file = UserFolder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--environment " + name + ": there is no such file");
        }
        return file;
    }
}
