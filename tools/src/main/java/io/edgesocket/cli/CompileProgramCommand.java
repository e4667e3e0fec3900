package io.edgesocket.cli;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.compile.ProgramClasses;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "compile-program",
        hidden = true,
        description = "Compiles the program if one of its sources changed, and prints the name of its main class.")
final class CompileProgramCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StackOption.classes().ifPresent(ProgramClasses::update);
        spec.commandLine().getOut().println(StackOption.program().mainClass());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
