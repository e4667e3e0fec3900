package io.edgesocket.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself. Without a subcommand it shows its help. */
@Command(
        name = "edgesocket",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A WebSocket API on AWS behind CloudFront: see it, compare it, check its settings.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LocalCommand.class,
            ConnectCommand.class,
            PlanCommand.class,
            DiffCommand.class,
            SettingsCommand.class,
            InitCommand.class,
            RehearseCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 a problem or a difference found; 2 wrong usage, settings or program; "
                    + "3 an internal error."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        var out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        var errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var exitCode = commandLine().setOut(out.writer()).setErr(errors).execute(args);
        System.exit(out.exitCode(exitCode, errors));
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(Main::wrongUsage);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUsage(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        command.getErr().println("error: " + wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.getErr().println("help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }
}
