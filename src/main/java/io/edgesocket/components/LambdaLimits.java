package io.edgesocket.components;


/**
 * Lambda's limits and this project's defaults within them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">CreateFunction</a>
 */
final class LambdaLimits {
    static final int DESCRIPTION_MAX = 256;
    static final int MEMORY_MIN = 128;
    static final int MEMORY_MAX = 10_240;
    static final int MEMORY_DEFAULT = 512;
    static final int TIMEOUT_MIN = 1;
    static final int TIMEOUT_MAX = 900;
    static final int TIMEOUT_DEFAULT = 10;
    static final int ENVIRONMENT_MAX_BYTES = 4_096;
    static final int LOG_RETENTION_DEFAULT = 30;

    private LambdaLimits() {}
}
