package io.edgesocket.components.functions;

import io.edgesocket.components.internal.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Lambda accepts, and this project's defaults within it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">CreateFunction</a>
 */
public final class LambdaLimits {
    /** AWS takes 64 for functions and roles; 8 of them are Pulumi's suffix, and the role's name has "-role" too. */
    static final int NAME_MAX = 51;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    static final int DESCRIPTION_MAX = 256;
    /** Memory, in MB. */
    public static final int MEMORY_MIN = 128;

    public static final int MEMORY_MAX = 10_240;
    public static final int MEMORY_DEFAULT = 512;
    /** How long one call may run, in seconds. */
    public static final int TIMEOUT_MIN = 1;

    public static final int TIMEOUT_MAX = 900;
    public static final int TIMEOUT_DEFAULT = 10;

    /** What a function may write below {@code /tmp}, in MB. */
    public static final int EPHEMERAL_STORAGE_MIN = 512;

    public static final int EPHEMERAL_STORAGE_MAX = 10_240;
    /** Layers of one function. */
    public static final int LAYERS_MAX = 5;

    /** The ARN of a layer's version; the layer's own is in front of the last colon. */
    public static final String LAYER = "arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:layer:[A-Za-z0-9_-]{1,140}:\\d+";

    /** The ids of subnets and security groups, and how many of them a function may have. */
    public static final String SUBNET = "subnet-([0-9a-f]{8}|[0-9a-f]{17})";

    public static final String SECURITY_GROUP = "sg-([0-9a-f]{8}|[0-9a-f]{17})";
    public static final int SUBNETS_MAX = 16;
    public static final int SECURITY_GROUPS_MAX = 5;

    /** Names and values of all environment variables together. */
    public static final int ENVIRONMENT_MAX_BYTES = 4_096;

    static final Pattern ENVIRONMENT_KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");
    /** Variables that Lambda sets itself, and lets nobody set. */
    public static final Set<String> ENVIRONMENT_RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_LAMBDA_RUNTIME_API",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    /** The runtimes of this project that have SnapStart; AWS has it for .NET too. */
    static final Pattern SNAP_START_RUNTIME =
            Pattern.compile("java(1[1-9]|[2-9]\\d).*|python(3\\.(1[2-9]|[2-9]\\d)|[4-9]).*");

    /** A file of a script without its ending, in folders or not, and a name in it: {@code lib/index.handler}. */
    public static final String SCRIPT_HANDLER = "(?=.{1,128}$)(?:[\\w-][\\w.-]*/)*[\\w-]+(?:\\.[\\w-]+)+";

    /** A class in a package, and where it doesn't implement Lambda's interfaces, {@code ::} and a method of it. */
    static final String JAVA_HANDLER = "(?=.{1,128}$)(?:[\\w$]+\\.)+[\\w$]+(?:::[\\w$]+)?";

    static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9]+\\*?");

    private LambdaLimits() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && name.length() <= NAME_MAX;
    }

    static void checkDescription(Problems problems, Optional<String> description) {
        description.ifPresent(text -> problems.unless(
                text.length() <= DESCRIPTION_MAX,
                "description",
                text.length() + " characters",
                "at most " + DESCRIPTION_MAX));
    }

    /** @param longest in seconds */
    static void checkTimeout(Problems problems, Duration timeout, int longest) {
        var seconds = timeout.toSeconds();
        problems.unless(
                timeout.equals(Duration.ofSeconds(seconds)) && TIMEOUT_MIN <= seconds && seconds <= longest,
                "timeout",
                timeout.toMillis() / 1000.0 + " s",
                "whole seconds, " + TIMEOUT_MIN + " to " + longest);
    }
}
