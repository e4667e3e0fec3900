package io.edgesocket.components.functions;

import com.pulumi.aws.lambda.enums.Runtime;
import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.LogRetention;
import io.edgesocket.components.internal.PolicyStatement;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TagChecks;
import java.time.Duration;

/** What can be wrong with a function, found before anything of it is registered. */
public record LambdaFunctionChecks(LambdaFunctionArgs args, Problems problems) {

    /** Gives back the arguments; throws {@link InvalidArgumentsException} with all that is wrong with them. */
    static LambdaFunctionArgs checked(String name, LambdaFunctionArgs args) {
        found(name, args).raise("LambdaFunction", name);
        return args;
    }

    /** All that is wrong, for a component that makes the function as one of several things. */
    public static Problems found(String name, LambdaFunctionArgs args) {
        var checks = new LambdaFunctionChecks(args, new Problems());
        checks.name(name);
        checks.code();
        checks.description();
        checks.memory();
        checks.timeout();
        args.environment.check(checks.problems);
        checks.reservedConcurrency();
        checks.snapStart();
        checks.logRetention();
        args.allowed.forEach(checks::statement);
        args.tags.ifPresent(tags -> TagChecks.check(checks.problems, tags));
        return checks.problems;
    }

    private void name(String name) {
        problems.unless(
                LambdaLimits.NAME.matcher(name).matches() && name.length() <= LambdaLimits.NAME_MAX,
                "name",
                "\"" + name + "\"",
                "1 to " + LambdaLimits.NAME_MAX + " letters, digits, - and _");
    }

    private void code() {
        args.code.ifPresentOrElse(
                code -> code.check(problems),
                () -> problems.add(
                        "code", "missing", "FunctionCode.java(…), FunctionCode.nodejs(…) or FunctionCode.python(…)"));
    }

    private void description() {
        args.description.ifPresent(text -> problems.unless(
                text.length() <= LambdaLimits.DESCRIPTION_MAX,
                "description",
                text.length() + " characters",
                "at most " + LambdaLimits.DESCRIPTION_MAX));
    }

    private void memory() {
        problems.unless(
                LambdaLimits.MEMORY_MIN <= args.memoryMb && args.memoryMb <= LambdaLimits.MEMORY_MAX,
                "memory",
                args.memoryMb + "",
                LambdaLimits.MEMORY_MIN + " to " + LambdaLimits.MEMORY_MAX);
    }

    private void timeout() {
        var seconds = args.timeout.toSeconds();
        problems.unless(
                args.timeout.equals(Duration.ofSeconds(seconds))
                        && LambdaLimits.TIMEOUT_MIN <= seconds
                        && seconds <= LambdaLimits.TIMEOUT_MAX,
                "timeout",
                args.timeout.toMillis() / 1000.0 + " s",
                "whole seconds, " + LambdaLimits.TIMEOUT_MIN + " to " + LambdaLimits.TIMEOUT_MAX);
    }

    private void reservedConcurrency() {
        args.reservedConcurrency.ifPresent(calls ->
                problems.unless(calls >= 0, "reservedConcurrency", calls + "", "0, which stops the function, or more"));
    }

    private void snapStart() {
        args.code
                .map(FunctionCode::runtime)
                .map(Runtime::getValue)
                .ifPresent(runtime -> problems.unless(
                        !args.snapStart
                                || LambdaLimits.SNAP_START_RUNTIME
                                        .matcher(runtime)
                                        .matches(),
                        "snapStart",
                        "true, for " + runtime,
                        "Lambda has it for Java and Python: leave it out"));
    }

    private void logRetention() {
        problems.unless(
                LogRetention.DAYS.contains(args.logRetentionDays),
                "logRetention",
                args.logRetentionDays + "",
                "one of " + LogRetention.DAYS);
    }

    private void statement(PolicyStatement statement) {
        problems.unless(!statement.actions().isEmpty(), "allow", "no actions", "one action or more");
        statement
                .actions()
                .forEach(action -> problems.unless(
                        LambdaLimits.ACTION.matcher(action).matches(),
                        "allow",
                        "action \"" + action + "\"",
                        "a service and its action, such as dynamodb:GetItem"));
    }
}
