package io.edgesocket.cli;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.OutputFile;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.cli.call.UsageException;
import io.edgesocket.engine.project.Project;
import io.edgesocket.init.StackCopy;
import io.edgesocket.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new-stack",
        mixinStandardHelpOptions = true,
        description = "Makes the file of a further environment from that of one that is there. Deploys nothing.",
        footer = {"", "./edgesocket new-stack staging --from dev"})
final class NewStackCommand implements Callable<Integer> {
    /** As Pulumi's. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}");
    /** What AWS gives to one stack alone, and why. */
    private static final List<Single> SINGLE = List.of(
            new Single("edgesocket:domain", "a name belongs to one distribution"),
            new Single("edgesocket:account", "an account has this role once in a region"));

    private record Single(String key, String why) {}

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The environment: the file is Pulumi.NAME.yaml.")
    private String name;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "STACK",
            description = "The environment whose file is taken, such as dev.")
    private String from;

    @Mixin
    private DebugOption debug;

    @Override
    public Integer call() {
        if (!NAME.matcher(name).matches()) {
            throw new UsageException("\"" + name + "\" is no name of a stack: it has letters, digits, _, - and ., "
                    + "at most 100, and doesn't begin with a dot");
        }
        var project = Project.at(StackOption.FOLDER);
        var origin = project.stack(from);
        var copy = StackCopy.of(read(project.stackFile(from)), origin.stack(), name);
        write(project.stackFolder().resolve("Pulumi." + name + ".yaml"), copy.text());
        var made = project.stack(name);
        var same = SINGLE.stream()
                .filter(single -> made.value(single.key()).isPresent()
                        && made.value(single.key()).equals(origin.value(single.key())))
                .map(single -> "  " + single.key() + ", which is still as in " + from + ": " + single.why())
                .toList();
        print(copy, same);
        return ExitCode.DONE;
    }

    private void print(StackCopy copy, List<String> same) {
        var out = command.commandLine().getOut();
        out.print("Made Pulumi." + name + ".yaml from Pulumi." + from + ".yaml\n"
                + section(
                        "Changed in it; see that it is right:",
                        copy.renamed().stream()
                                .map(line -> "  " + Printable.of(line))
                                .toList())
                + section("Change:", same)
                + section(
                        "Set, after `pulumi stack init " + name + "`:",
                        copy.secrets().stream()
                                .map(path -> "  pulumi config set --secret --stack " + name + " --path '"
                                        + Printable.of(path) + "'")
                                .toList())
                + """

                Then:
                  ./edgesocket diff %1$s %2$s  # what differs
                  pulumi stack init %2$s       # with --secrets-provider, if %1$s has one
                """.formatted(from, name));
        out.flush();
    }

    private static String section(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : "\n" + title + "\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        if (Files.exists(file)) {
            throw new UsageException(file + " is there already: choose another name, or remove it first");
        }
        OutputFile.write(file, text);
    }
}
