package io.edgesocket.cli;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.cli.call.UserFolder;
import io.edgesocket.init.NewProject;
import io.edgesocket.init.PackageName;
import io.edgesocket.init.ProjectFolder;
import io.edgesocket.init.ProjectName;
import io.edgesocket.text.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Makes a Pulumi project of your own: a program that depends on EdgeSocket, its stacks, functions and "
                        + "tests, and an ./edgesocket that runs these commands on it.",
        footer = {"", "./edgesocket init ../chat --package com.acme.chat"})
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where: a folder that doesn't exist yet, or is empty.")
    private String folder;

    @Option(
            names = {"-p", "--package"},
            required = true,
            paramLabel = "PACKAGE",
            description = "The Java package of its program, such as com.acme.chat.")
    private String packageName;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "The name of the Pulumi project. Default: the folder's.")
    private Optional<String> name;

    @Mixin
    private DebugOption debug;

    @Override
    public Integer call() {
        var place = ProjectFolder.at(place());
        var project = new NewProject(new ProjectName(name.orElseGet(place::name)), new PackageName(packageName));
        var files = place.make(project);
        if (!project.packageName().isLowerCase()) {
            spec.commandLine()
                    .getErr()
                    .println("warning: --package " + Printable.of(packageName)
                            + ": by custom a package has small letters only");
        }
        spec.commandLine().getOut().print("""
                Made the project %s: %d files in %s

                It needs EdgeSocket's library in your Maven repository. Once, in the EdgeSocket repository:

                  ./mvnw install -Dmaven.test.skip

                Then, in the project:

                  ./mvnw test                    # its tests
                  ./edgesocket plan --stack dev  # what the stack will be
                  ./edgesocket local --stack dev # plays it on localhost
                """.formatted(project.name(), files, Printable.of(folder)));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private Path place() {
        try {
            return UserFolder.resolve(folder);
        } catch (InvalidPathException e) {
            throw new UsageException(folder + ": Java can't name this folder in the locale that is set; set LC_ALL to "
                    + "one with UTF-8, such as C.UTF-8");
        }
    }
}
