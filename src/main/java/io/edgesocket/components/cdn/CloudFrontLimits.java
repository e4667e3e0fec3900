package io.edgesocket.components.cdn;

/**
 * CloudFront's limits, each group with the page of the CloudFront Developer Guide that states it.
 * Settings and Javadoc use the same constants as the checks.
 */
public final class CloudFrontLimits {
    private static final String GUIDE = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/";

    /** Page "Quotas": one distribution. Whether 75 counts the default behavior isn't said: here it does. */
    public static final String QUOTAS_PAGE = GUIDE + "cloudfront-limits.html";

    public static final int BEHAVIORS_MAX = 75;
    public static final int ORIGINS_MAX = 100;
    public static final int ALIASES_MAX = 100;
    public static final int COMMENT_MAX = 128;
    /** Characters of a DNS name, an alias with its wildcard. */
    public static final int HOST_NAME_MAX = 253;
    /** Characters that the names of log files may begin with: room is left in an S3 key for what follows. */
    public static final int LOG_PREFIX_MAX = 256;

    /** Page "Control origin requests with a policy": the headers and the query strings of one policy. */
    public static final String POLICY_PAGE = GUIDE + "controlling-origin-requests.html";

    public static final int POLICY_HEADERS_MAX = 10;
    /** Those of the headers that the WebSocket handshake leaves free. */
    public static final int ADDED_HEADERS_MAX = POLICY_HEADERS_MAX - ForwardedHeaders.HANDSHAKE.size();

    public static final int POLICY_QUERY_STRINGS_MAX = 10;
    public static final int POLICY_NAMES_LENGTH_MAX = 1_024;

    /** Page "Origin settings". Times are in seconds. */
    public static final String ORIGIN_PAGE = GUIDE + "DownloadDistValuesOrigin.html";

    public static final int ORIGIN_PATH_MAX = 255;
    public static final int READ_TIMEOUT_MAX = 120;
    public static final int READ_TIMEOUT_DEFAULT = 30;
    public static final int KEEP_ALIVE_MAX = 120;
    public static final int KEEP_ALIVE_DEFAULT = 5;
    public static final int CONNECTION_ATTEMPTS_MAX = 3;
    public static final int CONNECTION_TIMEOUT_MAX = 10;
    public static final int HTTPS_PORT = 443;
    public static final int HIGH_PORT_MIN = 1_024;
    public static final int HIGH_PORT_MAX = 65_535;

    /** Page "Add custom headers to origin requests". Lengths are in characters. */
    public static final String CUSTOM_HEADERS_PAGE = GUIDE + "add-origin-custom-headers.html";

    public static final int CUSTOM_HEADERS_MAX = 30;
    public static final int CUSTOM_HEADER_NAME_MAX = 256;
    public static final int CUSTOM_HEADER_VALUE_MAX = 1_783;
    public static final int CUSTOM_HEADERS_LENGTH_MAX = 10_240;

    /** Page "Cache behavior settings". */
    public static final String BEHAVIOR_PAGE = GUIDE + "DownloadDistValuesCacheBehavior.html";

    public static final int PATH_PATTERN_MAX = 255;
    /** Characters of a path prefix: a slash and a star follow it in a pattern. */
    public static final int PATH_PREFIX_MAX = PATH_PATTERN_MAX - 2;
    /** A path takes two behaviors, besides the default one; its origin is within {@link #ORIGINS_MAX} then. */
    public static final int PATHS_MAX = (BEHAVIORS_MAX - 1) / 2;

    /** Page "Restrictions on CloudFront Functions". */
    public static final String FUNCTION_PAGE = GUIDE + "cloudfront-function-restrictions.html";

    public static final int FUNCTION_CODE_BYTES_MAX = 10_240;
    public static final int FUNCTION_NAME_MAX = 64;

    /** Page "Quotas": one key value store of CloudFront Functions. Sizes are in bytes. */
    public static final int STORE_KEY_BYTES_MAX = 512;

    public static final int STORE_VALUE_BYTES_MAX = 1_024;
    public static final int STORE_BYTES_MAX = 5 << 20;

    /**
     * Page "Quotas": Lambda@Edge. The second of each is what viewer events had before; whether all of AWS has forgotten it
     * is unconfirmed, so it makes a warning. Times are in seconds, memory in MB.
     */
    public static final int LAMBDA_TIMEOUT_MAX = 30;

    public static final int LAMBDA_TIMEOUT_BEFORE = 5;
    public static final int LAMBDA_TIMEOUT_DEFAULT = 5;
    public static final int LAMBDA_MEMORY_BEFORE = 128;
    public static final int LAMBDA_MEMORY_DEFAULT = 128;
    public static final int LAMBDA_ZIPPED_BYTES_BEFORE = 1 << 20;

    private CloudFrontLimits() {}
}
