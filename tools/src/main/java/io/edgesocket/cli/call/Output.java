package io.edgesocket.cli.call;

import io.edgesocket.plan.render.Screen;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's result goes: to the screen, or to a file. */
public final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE, not to the screen.")
    private Optional<String> file;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES}. Default: auto, which means on a terminal, unless NO_COLOR is set.")
    private Color color;

    enum Color {
        auto,
        always,
        never
    }

    /** The terminal; for a file or a pipe, a screen without colours and without a width. */
    public Screen screen() {
        var columns = file.isEmpty() ? Terminal.columns() : OptionalInt.empty();
        var coloured = switch (color) {
            case always -> true;
            case never -> false;
            case auto -> file.isEmpty() && Terminal.coloured();
        };
        return new Screen(columns.orElse(Screen.UNLIMITED), coloured);
    }

    public void print(String text) {
        if (file.isPresent()) {
            OutputFile.write(UserFolder.resolve(file.get()), text);
        } else {
            command.commandLine().getOut().print(text);
            command.commandLine().getOut().flush();
        }
    }
}
