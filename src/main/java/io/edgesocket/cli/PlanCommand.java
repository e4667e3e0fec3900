package io.edgesocket.cli;

import io.edgesocket.plan.Plan;
import io.edgesocket.plan.PlanJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "plan", mixinStandardHelpOptions = true,
        description = "Shows what a stack will create. Needs no account and no secret, and deploys nothing.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private StackOption stack;

    @Mixin
    private Output output;

    @Mixin
    private DebugOption debug;

    @Option(names = {"-f", "--format"}, paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format;

    enum Format { text, json, markdown, dot }

    @Override
    public Integer call() {
        output.print(rendered(stack.plan()));
        return ExitCode.DONE;
    }

    private String rendered(Plan plan) {
        return PlanJson.write(plan);
    }
}
