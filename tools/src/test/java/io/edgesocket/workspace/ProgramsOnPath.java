package io.edgesocket.workspace;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether the programs that a test {@link Needs} can be run. */
final class ProgramsOnPath implements ExecutionCondition {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(ProgramsOnPath.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = findRepeatableAnnotations(context.getElement(), Needs.class).stream()
                .flatMap(needs -> Stream.of(needs.value()))
                .filter(program -> !Command.isOnPath(program))
                .toList();
        return missing.isEmpty()
                ? enabled("what it needs is on PATH")
                : disabled(tell(context, "not found on PATH: " + String.join(", ", missing)));
    }

    /** Once a run: Surefire counts what is skipped and keeps the reason to itself. */
    private static String tell(ExtensionContext context, String reason) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(
                        reason,
                        told -> {
                            System.out.println("Skipped are tests that need what was " + told);
                            return told;
                        },
                        String.class);
    }
}
