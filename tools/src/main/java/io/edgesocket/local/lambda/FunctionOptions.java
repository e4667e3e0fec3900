package io.edgesocket.local.lambda;

import io.edgesocket.local.lambda.sdk.AwsSdks;
import java.util.Optional;

/**
 * What a developer wants of functions besides that they run.
 *
 * @param sdks     where handlers find the AWS SDK that Lambda's runtimes have, if they have none of their own
 * @param debugged if functions wait for debuggers, the one of the Java that runs here; each then works on one call at a
 *                 time, for as long as it takes. Empty if they don't
 */
public record FunctionOptions(AwsSdks sdks, Optional<Debugger> debugged) {
    /** Functions have what they have by themselves. */
    public static final FunctionOptions NONE = new FunctionOptions(AwsSdks.NONE);

    /** Without debuggers. */
    public FunctionOptions(AwsSdks sdks) {
        this(sdks, Optional.empty());
    }
}
