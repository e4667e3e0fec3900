package io.edgesocket.deploy;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether the programs that the real engine is made of can be run. */
final class PulumiOnPath implements ExecutionCondition {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(PulumiOnPath.class);
    private static final List<String> PROGRAMS = List.of("pulumi", "pulumi-language-java");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = PROGRAMS.stream().filter(program -> !isOnPath(program)).toList();
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

    static boolean isOnPath(String program) {
        return folders().map(folder -> folder.resolve(program)).anyMatch(Files::isExecutable);
    }

    private static Stream<Path> folders() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
    }
}
