package io.edgesocket.cli;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import io.edgesocket.plan.render.PlanDot;
import io.edgesocket.plan.render.PlanMarkdown;
import io.edgesocket.plan.render.PlanText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Shows what a stack will create. Needs no account and no secret, and deploys nothing.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private StackOption stack;

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
        output.print(render(stack.plan()));
        return ExitCode.DONE;
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
