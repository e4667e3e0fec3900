package io.edgesocket.local.lambda;

import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables that Lambda sets itself. The credentials are not valid anywhere, and the variables keep
 * AWS's SDKs from finding others, on this machine or in its network.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda's variables</a>
 */
final class LambdaVariables {
    /** Environments of Java functions have one of their own each. */
    static final String ACCESS_KEY = "ASIALOCAL00000000000";

    private static final Map<String, String> SAME_FOR_ALL = Map.of(
            "AWS_ACCESS_KEY_ID", ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY", "local",
            "AWS_SESSION_TOKEN", "local",
            "AWS_CONFIG_FILE", "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
            "AWS_EC2_METADATA_DISABLED", "true",
            "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
            "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
            "TZ", ":UTC",
            "PYTHONDONTWRITEBYTECODE", "1"); // /var/task can't be written to

    private LambdaVariables() {}

    static Map<String, String> of(RegisteredFunction function) {
        var variables = new HashMap<>(SAME_FOR_ALL);
        variables.put("AWS_REGION", function.region());
        variables.put("AWS_DEFAULT_REGION", function.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMb()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        variables.put("_HANDLER", function.handler());
        return variables;
    }
}
