package io.edgesocket.components.functions;

import io.edgesocket.components.LogRetention;
import io.edgesocket.components.internal.IamRole;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.PolicyStatement;
import io.edgesocket.components.internal.Problems;
import java.util.HashSet;
import java.util.regex.Pattern;

/** Finds whatever AWS would refuse of one function. */
final class FunctionChecks {
    private static final Pattern LAYER = Pattern.compile(LambdaLimits.LAYER);

    private final String name;
    private final LambdaFunctionArgs args;
    private final Problems problems;

    FunctionChecks(String name, LambdaFunctionArgs args, Problems problems) {
        this.name = name;
        this.args = args;
        this.problems = problems;
    }

    void run() {
        name();
        code();
        LambdaLimits.checkDescription(problems, args.description);
        memory();
        LambdaLimits.checkTimeout(problems, args.timeout, LambdaLimits.TIMEOUT_MAX);
        args.environment.check(problems);
        reservedConcurrency();
        snapStart();
        provisionedConcurrency();
        layers();
        ephemeralStorage();
        args.vpc.ifPresent(network -> network.check(problems));
        logRetention();
        args.allowed.forEach(this::statement);
        args.role.ifPresent(this::role);
    }

    private void name() {
        problems.unless(
                LambdaLimits.isName(name),
                "name",
                "\"" + name + "\"",
                "1 to " + LambdaLimits.NAME_MAX + " letters, digits, - and _");
    }

    private void code() {
        args.code.ifPresentOrElse(
                given -> given.check(problems),
                () -> problems.add(
                        "code",
                        "missing",
                        "FunctionCode.java(…), FunctionCode.nodejs(…), FunctionCode.python(…) or FunctionCode.image(…)"));
    }

    private void memory() {
        problems.unless(
                LambdaLimits.MEMORY_MIN <= args.memoryMb && args.memoryMb <= LambdaLimits.MEMORY_MAX,
                "memory",
                args.memoryMb + "",
                LambdaLimits.MEMORY_MIN + " to " + LambdaLimits.MEMORY_MAX);
    }

    private void reservedConcurrency() {
        args.reservedConcurrency.ifPresent(calls ->
                problems.unless(calls >= 0, "reservedConcurrency", calls + "", "0, which stops the function, or more"));
    }

    private void snapStart() {
        args.code.ifPresent(given -> problems.unless(
                !args.snapStart || given.hasSnapStart(),
                "snapStart",
                "true, for " + given.runtimeName().orElse("a container image"),
                "false: Lambda has it for Java and Python only"
                        + (given.runtimeName().filter(FunctionChecks::isTooOld).isPresent()
                                ? ", from Java 11 and Python 3.12 on"
                                : "")));
    }

    private static boolean isTooOld(String runtime) {
        return runtime.startsWith("java") || runtime.startsWith("python");
    }

    private void provisionedConcurrency() {
        if (args.provisionedConcurrency.isEmpty()) {
            return;
        }
        var calls = args.provisionedConcurrency.getAsInt();
        problems.unless(calls >= 1, "provisionedConcurrency", calls + "", "1 or more; leave it out for none");
        problems.unless(
                !args.snapStart,
                "provisionedConcurrency",
                calls + ", with SnapStart",
                "one of the two: Lambda refuses them together");
        args.reservedConcurrency.ifPresent(reserved -> problems.unless(
                calls <= reserved,
                "provisionedConcurrency",
                calls + "",
                "at most the function's reservedConcurrency, " + reserved));
    }

    private void layers() {
        problems.unless(
                args.layers.size() <= LambdaLimits.LAYERS_MAX,
                "layers",
                args.layers.size() + " layers",
                "at most " + LambdaLimits.LAYERS_MAX);
        problems.unless(
                args.layers.isEmpty()
                        || args.code.filter(given -> !given.hasLayers()).isEmpty(),
                "layers",
                args.layers.size() + ", for a container image",
                "none: put what they hold into the image");
        var seen = new HashSet<String>();
        args.layers.stream().flatMap(layer -> layer.known().stream()).forEach(arn -> {
            if (!LAYER.matcher(arn).matches()) {
                problems.add(
                        "layers",
                        '"' + arn + '"',
                        "the ARN of a layer's version, arn:aws:lambda:eu-west-1:123456789012:layer:NAME:1");
            } else {
                var layer = arn.substring(0, arn.lastIndexOf(':'));
                problems.unless(
                        seen.add(layer),
                        "layers",
                        layer + " twice",
                        "a layer once, in one version: Lambda takes no two");
            }
        });
    }

    private void ephemeralStorage() {
        if (args.ephemeralStorageMb.isEmpty()) {
            return;
        }
        var megabytes = args.ephemeralStorageMb.getAsInt();
        problems.unless(
                LambdaLimits.EPHEMERAL_STORAGE_MIN <= megabytes && megabytes <= LambdaLimits.EPHEMERAL_STORAGE_MAX,
                "ephemeralStorage",
                megabytes + "",
                LambdaLimits.EPHEMERAL_STORAGE_MIN + " to " + LambdaLimits.EPHEMERAL_STORAGE_MAX);
        problems.unless(
                !args.snapStart || megabytes <= LambdaLimits.EPHEMERAL_STORAGE_MIN,
                "ephemeralStorage",
                megabytes + ", with SnapStart",
                LambdaLimits.EPHEMERAL_STORAGE_MIN + ": Lambda has no SnapStart with more");
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

    private void role(Input existing) {
        IamRole.check(problems, existing);
        problems.unless(
                args.allowed.isEmpty(),
                "allow",
                args.allowed.size() + " rights, for a role that exists",
                "none: what it may do isn't this program's to say, give them to the role where it is made");
    }
}
