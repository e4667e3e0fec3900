package io.edgesocket.components.functions;

import static java.util.Comparator.comparing;

import com.pulumi.aws.Utilities;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.enums.Runtime;
import io.edgesocket.components.internal.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Code on another runtime of its language than the usual one. */
final class CodeOnRuntime extends FunctionCode {
    private static final Pattern DIGITS = Pattern.compile("[^0-9]+");

    private final FunctionCode code;
    private final String runtime;

    CodeOnRuntime(FunctionCode code, String runtime) {
        this.code = code instanceof CodeOnRuntime other ? other.code : code;
        this.runtime = runtime;
    }

    @Override
    Optional<String> runtimeName() {
        return code.runtimeName().map(usual -> runtime);
    }

    @Override
    void addTo(FunctionArgs.Builder function) {
        code.addTo(function);
        function.runtime(runtime);
    }

    @Override
    void check(Problems problems) {
        code.check(problems);
        code.runtimeName()
                .ifPresentOrElse(
                        usual -> check(problems, runtimesLike(usual)),
                        () -> problems.add(
                                "runtime", '"' + runtime + '"', "none: a container image has its own, leave it out"));
    }

    private void check(Problems problems, List<String> taken) {
        problems.unless(
                taken.contains(runtime),
                "runtime",
                '"' + runtime + '"',
                "one of " + String.join(", ", taken) + ", which are what com.pulumi:aws " + Utilities.getVersion()
                        + " takes for this code; a newer one needs a newer com.pulumi:aws, or a container image");
    }

    /** The newest first, without those that the provider marks as ended. */
    private static List<String> runtimesLike(String usual) {
        return Arrays.stream(Runtime.values())
                .filter(CodeOnRuntime::isOffered)
                .map(Runtime::getValue)
                .filter(name -> language(name).equals(language(usual)))
                .sorted(comparing(CodeOnRuntime::version).reversed())
                .toList();
    }

    private static boolean isOffered(Runtime runtime) {
        try {
            return !Runtime.class.getField(runtime.name()).isAnnotationPresent(Deprecated.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a constant of an enum is a field of it", e);
        }
    }

    /** {@code python} of {@code python3.13}. */
    private static String language(String runtime) {
        return runtime.split("[0-9]", 2)[0];
    }

    /** 22 of {@code nodejs22.x}, 313 of {@code python3.13}, 309 of {@code python3.9}. */
    private static int version(String runtime) {
        var numbers = DIGITS.split(runtime.replaceFirst("^\\D+", "").replace(".al2", ""));
        return Integer.parseInt(numbers[0]) * 100 + (numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0);
    }
}
