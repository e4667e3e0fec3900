package io.edgesocket.local.lambda;

import io.edgesocket.local.lambda.sdk.AwsSdks;

/**
 * What a developer wants of functions besides that they run.
 *
 * @param sdks where handlers find the AWS SDK that Lambda's runtimes have, if they have none of their own
 */
public record FunctionOptions(AwsSdks sdks) {
    /** Functions have what they have by themselves. */
    public static final FunctionOptions NONE = new FunctionOptions(AwsSdks.NONE);
}
