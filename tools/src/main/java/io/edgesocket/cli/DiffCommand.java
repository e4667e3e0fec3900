package io.edgesocket.cli;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Output;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.diff.PlanDiff;
import io.edgesocket.plan.render.DiffJson;
import io.edgesocket.plan.render.DiffMarkdown;
import io.edgesocket.plan.render.DiffText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Shows what changes from one plan to another.",
        footer = {"", "For a pull request, with all stacks: ./edgesocket plan --against main"})
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "A plan file (JSON), - for standard input, or the name of a stack.")
    private String before;

    @Parameters(
            index = "1",
            paramLabel = "AFTER",
            description = "A plan file (JSON), - for standard input, or the name of a stack.")
    private String after;

    @Mixin
    private Output output;

    @Mixin
    private FoldOption fold;

    @Mixin
    private DebugOption debug;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format;

    @Option(names = "--exit-code", description = "Exit with 1 if the plans differ.")
    private boolean exitCode;

    enum Format {
        text,
        json,
        markdown
    }

    @Override
    public Integer call() {
        var diff = PlanDiff.between(plan(before), plan(after));
        output.print(render(diff));
        return exitCode && !diff.isEmpty() ? ExitCode.FOUND : ExitCode.DONE;
    }

    private Plan plan(String fileOrStack) {
        return StackOption.exists(fileOrStack) ? StackOption.plan(fileOrStack, command) : PlanFile.read(fileOrStack);
    }

    private String render(PlanDiff diff) {
        return switch (format) {
            case text -> DiffText.render(diff, output.screen(), fold.siblings());
            case json -> DiffJson.render(diff);
            case markdown -> DiffMarkdown.render(diff);
        };
    }
}
