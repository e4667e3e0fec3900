package io.edgesocket.cli;

import io.edgesocket.plan.Screen;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's result goes: to the screen, or whole into a file. */
final class Output {
    /** Set by the launcher if standard output is a terminal: Java itself can't tell that of output alone. */
    private static final String TERMINAL_COLUMNS = "EDGESOCKET_COLUMNS";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to FILE, not to the screen.")
    private Optional<String> file;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES}. Default: auto, which means on a terminal, unless NO_COLOR is set.")
    private Color color;

    enum Color { auto, always, never }

    /** The terminal that text is shown on, or a screen without colours or edges for a file or a pipe. */
    Screen screen() {
        var columns = file.isEmpty() ? terminalColumns() : OptionalInt.empty();
        var coloured = switch (color) {
            case always -> true;
            case never -> false;
            case auto -> columns.isPresent() && System.getenv("NO_COLOR") == null;
        };
        return new Screen(columns.orElse(Screen.UNLIMITED), coloured);
    }

    static OptionalInt terminalColumns() {
        return Optional.ofNullable(System.getenv(TERMINAL_COLUMNS))
                .filter(columns -> columns.matches("[1-9][0-9]{0,8}")) // some terminals know no width, or tell 0
                .map(columns -> OptionalInt.of(Integer.parseInt(columns)))
                .orElseGet(OptionalInt::empty);
    }

    void print(String text) {
        if (file.isPresent()) {
            OutputFile.write(UserFolder.resolve(file.get()), text);
        } else {
            command.commandLine().getOut().print(text);
            command.commandLine().getOut().flush();
        }
    }
}
