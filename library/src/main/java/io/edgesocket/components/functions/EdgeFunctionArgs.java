package io.edgesocket.components.functions;

import static io.edgesocket.components.functions.EdgeFunctionLimits.MEMORY_BEFORE;
import static io.edgesocket.components.functions.EdgeFunctionLimits.TIMEOUT_BEFORE;
import static io.edgesocket.components.functions.EdgeFunctionLimits.TIMEOUT_MAX;
import static io.edgesocket.components.functions.EdgeFunctionLimits.ZIPPED_BYTES_BEFORE;

import com.pulumi.core.Output;
import io.edgesocket.components.Problem;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.internal.IamRole;
import io.edgesocket.components.internal.Input;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.TaggedArgs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link EdgeFunction} is made of. Values are checked when the component is made, all at once.
 * Below a {@code WebSocketCdn} it has the distribution's tags, unless it is given its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html">
 *      Restrictions on Lambda@Edge</a>
 */
public final class EdgeFunctionArgs extends TaggedArgs {
    final Optional<ScriptCode> code;
    final Map<String, String> configuration;
    final Optional<String> description;
    final int memoryMb;
    final Duration timeout;
    final Optional<UsEast1> usEast1;
    final Optional<Input> role;

    private EdgeFunctionArgs(Builder from) {
        super("EdgeFunction", from);
        code = from.code;
        configuration = from.configuration;
        description = from.description;
        memoryMb = from.memoryMb;
        timeout = from.timeout;
        usEast1 = from.usEast1;
        role = from.role;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with these arguments. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    @Override
    protected void check(Problems problems, String name) {
        checkName(problems, name);
        checkAllButName(problems);
    }

    public static void checkName(Problems problems, String name) {
        problems.unless(
                LambdaLimits.isName(name),
                "name",
                "a Lambda@Edge function would be named \"" + name + "\"",
                "at most " + LambdaLimits.NAME_MAX + " letters, digits, _ and -: name the component differently");
    }

    /** As {@link #problems}, where {@link #checkName} is asked about the name by itself. */
    public List<Problem> problemsBesideName() {
        var problems = new Problems();
        checkAllButName(problems);
        checkTags(problems);
        return problems.found();
    }

    private void checkAllButName(Problems problems) {
        checkCode(problems);
        LambdaLimits.checkDescription(problems, description);
        checkMemory(problems);
        LambdaLimits.checkTimeout(problems, timeout, TIMEOUT_MAX);
        problems.unless(
                usEast1.isPresent(),
                "usEast1",
                "missing",
                "the program's UsEast1: Lambda@Edge is deployed in that region only");
        role.ifPresent(existing -> IamRole.check(problems, existing));
    }

    private void checkCode(Problems problems) {
        var found = new Problems();
        code.ifPresentOrElse(
                code -> code.check(found),
                () -> found.add("", "missing", "nodejs(…) or python(…): Lambda@Edge runs nothing else"));
        found.found().forEach(problem -> problems.add("folder", problem.given(), problem.allowed()));
    }

    private void checkMemory(Problems problems) {
        problems.unless(
                LambdaLimits.MEMORY_MIN <= memoryMb && memoryMb <= LambdaLimits.MEMORY_MAX,
                "memory",
                memoryMb + " MB",
                LambdaLimits.MEMORY_MIN + " to " + LambdaLimits.MEMORY_MAX + " MB");
    }

    /** What is above the limits that viewer events had before AWS raised them to those of origin events. */
    public List<String> warnings() {
        var above = new ArrayList<String>();
        if (timeout.toSeconds() > TIMEOUT_BEFORE) {
            above.add("timeout " + timeout.toSeconds() + " s; it was at most " + TIMEOUT_BEFORE + " s");
        }
        if (memoryMb > MEMORY_BEFORE) {
            above.add("memory " + memoryMb + " MB; it was at most " + MEMORY_BEFORE + " MB");
        }
        if (code.filter(EdgeFunctionArgs::isLarge).isPresent()) {
            above.add("a package of more than 1 MB when zipped; it was at most 1 MB");
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
            return false; // check() reports it
        }
    }

    /** Collects the arguments; may be used again after {@link #build()}. */
    public static final class Builder extends TaggedArgs.Builder<Builder> {
        private Optional<ScriptCode> code = Optional.empty();
        private Map<String, String> configuration = Map.of();
        private Optional<String> description = Optional.empty();
        private int memoryMb = EdgeFunctionLimits.MEMORY_DEFAULT;
        private Duration timeout = Duration.ofSeconds(EdgeFunctionLimits.TIMEOUT_DEFAULT);
        private Optional<UsEast1> usEast1 = Optional.empty();
        private Optional<Input> role = Optional.empty();

        private Builder() {}

        private Builder(EdgeFunctionArgs from) {
            super(from);
            code = from.code;
            configuration = from.configuration;
            description = from.description;
            memoryMb = from.memoryMb;
            timeout = from.timeout;
            usEast1 = from.usEast1;
            role = from.role;
        }

        /**
         * Runs a folder of JavaScript on {@code nodejs22.x}. This or {@link #python} is required.
         *
         * @param folder  in the project, relative to it
         * @param handler file without its ending, and exported name: {@code index.handler}
         */
        public Builder nodejs(Path folder, String handler) {
            return code(ScriptLanguage.NODEJS, folder, handler);
        }

        /**
         * Runs a folder of Python on {@code python3.13}. This or {@link #nodejs} is required.
         *
         * @param folder  in the project, relative to it
         * @param handler module and function: {@code index.handler}
         */
        public Builder python(Path folder, String handler) {
            return code(ScriptLanguage.PYTHON, folder, handler);
        }

        private Builder code(ScriptLanguage language, Path folder, String handler) {
            this.code = Optional.of(new ScriptCode(language, folder, handler));
            return this;
        }

        /**
         * Values that the handler reads from {@value EdgeFunction#CONFIGURATION_FILE}, which is packed into the root of the
         * archive, in the place of the folder's own. Lambda@Edge has no environment variables. Who may read the function's
         * code may read them: no secrets. Default: none, and nothing is packed.
         */
        public Builder configuration(Map<String, String> configuration) {
            this.configuration = Map.copyOf(configuration);
            return this;
        }

        /** Shown in the console. At most {@value LambdaLimits#DESCRIPTION_MAX} characters. Default: none. */
        public Builder description(String description) {
            this.description = Optional.of(description);
            return this;
        }

        /**
         * Memory in MB, from {@value LambdaLimits#MEMORY_MIN} to {@value LambdaLimits#MEMORY_MAX}. At viewer events
         * {@value EdgeFunctionLimits#MEMORY_BEFORE} was the most once: more makes a warning.
         * Default: {@value EdgeFunctionLimits#MEMORY_DEFAULT}.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html">Quotas
         *      on Lambda@Edge</a>
         */
        public Builder memoryMb(int memoryMb) {
            this.memoryMb = memoryMb;
            return this;
        }

        /**
         * How long one call may run, in whole seconds up to {@value EdgeFunctionLimits#TIMEOUT_MAX}. At viewer events
         * {@value EdgeFunctionLimits#TIMEOUT_BEFORE} was the most once: more makes a warning. A client waits for its
         * handshake as long. Default: {@value EdgeFunctionLimits#TIMEOUT_DEFAULT} seconds.
         */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * A role that exists, instead of one that is made. It must let {@code lambda.amazonaws.com} and
         * {@code edgelambda.amazonaws.com} take it, and allow all that the function does: writing its logs in any region.
         * Default: one is made, with just this right.
         *
         * @param arn {@code arn:aws:iam::123456789012:role/NAME}
         * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html">IAM
         *      permissions and roles for Lambda@Edge</a>
         */
        public Builder role(String arn) {
            role = Optional.of(Input.now(arn));
            return this;
        }

        /** As {@link #role(String)}, of a role of this program. */
        public Builder role(Output<String> arn) {
            role = Optional.of(Input.later(arn));
            return this;
        }

        /** Where Lambda@Edge is deployed, whatever the stack's own region is. Required. */
        public Builder usEast1(UsEast1 usEast1) {
            this.usEast1 = Optional.of(usEast1);
            return this;
        }

        public EdgeFunctionArgs build() {
            return new EdgeFunctionArgs(this);
        }
    }
}
