package io.edgesocket.components.functions;

/**
 * What Lambda@Edge accepts beside Lambda's own limits, and this project's defaults within it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html">CloudFront's
 *     quotas</a>
 */
public final class EdgeFunctionLimits {
    /**
     * The second of each is what viewer events had before; whether all of AWS has forgotten it
     * is unconfirmed, so it makes a warning. Times are in seconds, memory in MB.
     */
    public static final int TIMEOUT_MAX = 30;

    public static final int TIMEOUT_BEFORE = 5;
    public static final int TIMEOUT_DEFAULT = 5;
    public static final int MEMORY_BEFORE = 128;
    public static final int MEMORY_DEFAULT = 128;
    public static final int ZIPPED_BYTES_BEFORE = 1 << 20;

    private EdgeFunctionLimits() {}
}
