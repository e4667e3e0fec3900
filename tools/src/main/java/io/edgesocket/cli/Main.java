package io.edgesocket.cli;

import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Failures;
import io.edgesocket.cli.client.ConnectCommand;
import io.edgesocket.cli.client.ProbeCommand;
import io.edgesocket.cli.local.ConsoleCommand;
import io.edgesocket.cli.local.LocalCommand;
import io.edgesocket.text.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        footer = {
            "",
            "Exit codes: 0 done; 1 a problem or a difference found; 2 wrong usage, settings or program; "
                    + "3 an internal error."
        })
public final class Main implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            LocalCommand.class,
            ConnectCommand.class,
            ProbeCommand.class,
            ConsoleCommand.class,
            PlanCommand.class,
            DiffCommand.class,
            PreviewCommand.class,
            SettingsCommand.class,
            IamCommand.class,
            InitCommand.class,
            NewStackCommand.class,
            RehearseCommand.class,
            CompileProgramCommand.class,
            StandbyCommand.class);

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        var out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        var errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(out.exitCode(run(args, out.writer(), errors), errors));
    }

    /** Errors of the virtual machine too are reported: Java itself would show a stack trace, and end with 1. */
    private static int run(String[] args, PrintWriter out, PrintWriter errors) {
        try {
            return commandLine(args).setOut(out).setErr(errors).execute(args);
        } catch (Throwable crash) {
            return Failures.report(crash, List.of(args).contains(Failures.DEBUG), errors);
        }
    }

    /** Reads a call, and no more. */
    static void parse(String... args) {
        commandLine(args).parseArgs(args);
    }

    /** With the one command that is called: picocli takes a third of a plan's time to read the options of all. */
    private static CommandLine commandLine(String[] args) {
        var line = new CommandLine(new Main());
        var called = COMMANDS.stream()
                .filter(command -> args.length > 0 && name(command).equals(args[0]))
                .toList();
        (called.isEmpty() ? COMMANDS : called).forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(Main::wrongUsage);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongUsage(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        command.getErr().println("error: " + Printable.of(wrong.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.getErr().println("help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }
}
