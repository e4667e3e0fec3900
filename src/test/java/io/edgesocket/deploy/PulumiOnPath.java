package io.edgesocket.deploy;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import io.edgesocket.workspace.Command;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether the programs that the real engine is made of can be run. */
final class PulumiOnPath implements ExecutionCondition {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(PulumiOnPath.class);
    private static final List<String> PROGRAMS = List.of("pulumi", "pulumi-language-java");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = PROGRAMS.stream().filter(program -> !Command.isOnPath(program)).toList();
        return missing.isEmpty()
                ? enabled("the real engine is on PATH")
                : disabled(tell(context,
                        "needs the Pulumi CLI and its Java language host on PATH; not found: " + missing));
    }

    /** Once a run: Surefire counts what is skipped and keeps the reason to itself. */
    private static String tell(ExtensionContext context, String reason) {
        return context.getRoot().getStore(HERE).getOrComputeIfAbsent(reason, told -> {
            System.out.println("Skipped, the tests with the real engine: " + told);
            return told;
        }, String.class);
    }
}
