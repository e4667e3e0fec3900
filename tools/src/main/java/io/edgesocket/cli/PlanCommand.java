package io.edgesocket.cli;

import io.edgesocket.cli.call.DebugOption;
import io.edgesocket.cli.call.EnvironmentOption;
import io.edgesocket.cli.call.ExitCode;
import io.edgesocket.cli.call.Output;
import io.edgesocket.cli.call.StackOption;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.diff.AllStacksDiff;
import io.edgesocket.plan.preview.Previews;
import io.edgesocket.plan.render.PlanDot;
import io.edgesocket.plan.render.PlanMarkdown;
import io.edgesocket.plan.render.PlanText;
import io.edgesocket.plan.render.StacksJson;
import io.edgesocket.plan.render.StacksMarkdown;
import io.edgesocket.plan.render.StacksText;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Shows what a stack will create, or what changes. Needs no account and no secret, and deploys nothing.")
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = {"-s", "--stack"},
            paramLabel = "NAME",
            description = "The environment: NAME of a Pulumi.NAME.yaml. With --against the default is all of them.")
    private Optional<String> stack;

    @Option(
            names = "--against",
            paramLabel = "REF",
            description =
                    "Show what changes since a branch, tag or commit of Git, which is built in a temporary worktree. "
                            + "REF..REF compares two; REF... is where REF and HEAD parted.")
    private Optional<String> against;

    @Option(
            names = "--previews",
            paramLabel = "FOLDER",
            description = "With --against: show what Pulumi says beside it. FOLDER has a STACK.json for each stack, as "
                    + "`pulumi preview --refresh --json` writes it, and may have its standard error in STACK.log.")
    private Optional<String> previews;

    @Option(names = "--exit-code", description = "With --against: exit with 1 if anything differs.")
    private boolean exitCode;

    @Mixin
    private EnvironmentOption environment;

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
            description = "${COMPLETION-CANDIDATES}. Default: text. JSON is for `diff`, Markdown for a pull request, "
                    + "dot for Graphviz.")
    private Format format;

    enum Format {
        text,
        json,
        markdown,
        dot
    }

    @Override
    public Integer call() {
        if (against.isPresent()) {
            return compare(against.get());
        }
        if (exitCode || previews.isPresent()) {
            throw new ParameterException(
                    command.commandLine(), (exitCode ? "--exit-code" : "--previews") + " needs --against");
        }
        var name = stack.orElseThrow(
                () -> new ParameterException(command.commandLine(), "Missing required option: '--stack=NAME'"));
        output.print(render(StackOption.plan(environment.config(name), command)));
        return ExitCode.DONE;
    }

    private Integer compare(String range) {
        if (environment.isGiven()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--environment is for the plan of one stack: keep a plan of each with --output, and compare these "
                            + "with edgesocket diff");
        }
        var rendering = comparison(range);
        var folder = previews.map(PreviewFiles::in);
        var diff = new PlanAgainst(range, stack, command).diff();
        var found = folder.map(files -> files.read(diff)).orElseGet(Previews::none);
        output.print(rendering.apply(diff, found));
        if (diff.hasFailed() || found.hasFailed()) {
            return ExitCode.USAGE;
        }
        return exitCode && !(diff.isEmpty() && found.areQuiet()) ? ExitCode.FOUND : ExitCode.DONE;
    }

    private BiFunction<AllStacksDiff, Previews, String> comparison(String range) {
        return switch (format) {
            case text -> (diff, found) -> StacksText.render(diff, found, output.screen(), fold.siblings());
            case json -> StacksJson::render;
            case markdown ->
                (diff, found) -> StacksMarkdown.render(
                        diff, found, PlanAgainst.project().name(), "./edgesocket plan --against " + range);
            case dot ->
                throw new ParameterException(
                        command.commandLine(), "--against has no format dot: use text, json or markdown");
        };
    }

    private String render(Plan plan) {
        return switch (format) {
            case text -> PlanText.render(plan, output.screen(), fold.siblings());
            case json -> PlanJson.write(plan);
            case markdown -> PlanMarkdown.render(plan);
            case dot -> PlanDot.render(plan);
        };
    }
}
