package io.edgesocket.components.functions;

import static io.edgesocket.components.functions.EdgeFunctionLimits.MEMORY_BEFORE;
import static io.edgesocket.components.functions.EdgeFunctionLimits.TIMEOUT_BEFORE;
import static io.edgesocket.components.functions.EdgeFunctionLimits.TIMEOUT_MAX;
import static io.edgesocket.components.functions.EdgeFunctionLimits.ZIPPED_BYTES_BEFORE;

import io.edgesocket.components.InvalidArgumentsException;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TagChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with a Lambda@Edge function, found before anything of it is registered. */
public record EdgeFunctionChecks(EdgeFunctionArgs args, Problems problems) {

    /** Gives back the arguments; throws {@link InvalidArgumentsException} with all that is wrong with them. */
    static EdgeFunctionArgs checked(String name, EdgeFunctionArgs args) {
        var problems = new Problems();
        checkName(problems, name);
        check(args, problems);
        problems.raise("EdgeFunction", name);
        return args;
    }

    public static void checkName(Problems problems, String name) {
        problems.unless(
                LambdaLimits.NAME.matcher(name).matches() && name.length() <= LambdaLimits.NAME_MAX,
                "name",
                "a Lambda@Edge function would be named \"" + name + "\"",
                "at most " + LambdaLimits.NAME_MAX + " letters, digits, _ and -: name the component differently");
    }

    public static void check(EdgeFunctionArgs args, Problems problems) {
        var checks = new EdgeFunctionChecks(args, problems);
        checks.code();
        checks.description();
        checks.memory();
        checks.timeout();
        problems.unless(
                args.usEast1.isPresent(),
                "usEast1",
                "missing",
                "the program's UsEast1: Lambda@Edge is deployed in that region only");
        args.tags.ifPresent(tags -> TagChecks.check(problems, tags));
    }

    private void code() {
        var found = new Problems();
        args.code.ifPresentOrElse(
                code -> code.check(found),
                () -> found.add("", "missing", "nodejs(…) or python(…): Lambda@Edge runs nothing else"));
        found.found().forEach(problem -> problems.add("folder", problem.given(), problem.allowed()));
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
                args.memoryMb + " MB",
                LambdaLimits.MEMORY_MIN + " to " + LambdaLimits.MEMORY_MAX + " MB");
    }

    private void timeout() {
        var seconds = args.timeout.toSeconds();
        problems.unless(
                args.timeout.equals(Duration.ofSeconds(seconds)) && 1 <= seconds && seconds <= TIMEOUT_MAX,
                "timeout",
                args.timeout.toMillis() / 1000.0 + " s",
                "whole seconds, 1 to " + TIMEOUT_MAX);
    }

    /** What viewer events didn't take before AWS raised their quotas to those of origin events. */
    public static List<String> warnings(EdgeFunctionArgs args) {
        var above = new ArrayList<String>();
        if (args.timeout.toSeconds() > TIMEOUT_BEFORE) {
            above.add("timeout " + args.timeout.toSeconds() + " s; it was at most " + TIMEOUT_BEFORE + " s");
        }
        if (args.memoryMb > MEMORY_BEFORE) {
            above.add("memory " + args.memoryMb + " MB; it was at most " + MEMORY_BEFORE + " MB");
        }
        if (args.code.filter(EdgeFunctionChecks::isLarge).isPresent()) {
            above.add("a package of more than 1 MB when zipped; that was the most");
        }
        return above.stream()
                .map(each ->
                        each + " at viewer events until AWS raised it: if CloudFront refuses the function, this is why")
                .toList();
    }

    private static boolean isLarge(ScriptCode code) {
        try {
            var size = code.size();
            return size.bytes() > ZIPPED_BYTES_BEFORE && size.zippedBytes() > ZIPPED_BYTES_BEFORE;
        } catch (IOException | UncheckedIOException unreadable) {
            return false; // which is a problem of its own
        }
    }
}
