package io.edgesocket.components.cdn;

import io.edgesocket.components.internal.HeaderName;
import io.edgesocket.components.internal.HostName;

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
    public static final int HOST_NAME_MAX = HostName.LENGTH_MAX;
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
    public static final int CUSTOM_HEADER_NAME_MAX = HeaderName.SENT_LENGTH_MAX;
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

    // What texts CloudFront takes, as expressions that Java and ECMAScript share: components check with them, and
    // editors
    // do through the settings' schema.

    /** A DNS name: lower case, at least two labels, no port, no IP address. */
    public static final String HOST_NAME = HostName.PATTERN;

    /** A DNS name, or one with {@code *} as its first label; maybe with a dot at its end, which is taken off. */
    public static final String ALIAS = HostName.DOTTED_ALIAS_PATTERN;

    /** The name of a DNS zone, maybe with a dot at its end, which is taken off. */
    public static final String ZONE_NAME = HostName.DOTTED_PATTERN;

    /** An ACM certificate in us-east-1, the one region that CloudFront takes it from. */
    public static final String CERTIFICATE_ARN = "arn:aws:acm:us-east-1:[0-9]{12}:certificate/[A-Za-z0-9-]+";

    /** A WAFv2 web ACL of scope CLOUDFRONT. */
    public static final String WEB_ACL_ARN =
            "arn:aws:wafv2:us-east-1:[0-9]{12}:global/webacl/[A-Za-z0-9_-]{1,128}/[A-Za-z0-9-]+";

    /** A numbered version of a Lambda function in us-east-1. */
    public static final String LAMBDA_VERSION_ARN =
            "arn:aws:lambda:us-east-1:[0-9]{12}:function:[A-Za-z0-9_-]{1,64}:[1-9][0-9]*";

    /** The name of an S3 bucket: no IP address, and no two dots beside one another. */
    private static final String BUCKET_NAME =
            "(?!([0-9]{1,3}\\.){3}[0-9]{1,3}(\\.s3|/|$))(?![a-z0-9.-]*\\.\\.)" + "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

    /** The name of an S3 bucket, alone. */
    static final String BUCKET_ALONE = BUCKET_NAME;

    /** The domain name of an S3 bucket, with its region or without. */
    public static final String BUCKET = BUCKET_NAME + "\\.s3([.-][a-z]{2}(-[a-z]+)+-[0-9])?\\.amazonaws\\.com(\\.cn)?";

    /** An S3 bucket, and maybe what the names of objects in it begin with. */
    public static final String BUCKET_ARN = "arn:aws:s3:::" + BUCKET_NAME + "(/[A-Za-z0-9!_.*'()-]+)*";

    /** What the names of log files begin with: one line, without a slash at its start. */
    public static final String LOG_PREFIX = "([^/\\u0000-\\u001f][^\\u0000-\\u001f]*)?";

    /** What stands before every path at an origin: empty, or parts that are none, each after a slash. */
    public static final String ORIGIN_PATH = "(/[A-Za-z0-9$_.+!*'()~-]+)*";

    /** A path prefix: no wildcard, no empty part; {@code .} and {@code ..} mean another path, so none would ever arrive. */
    public static final String PATH_PREFIX = "(/(?!\\.{1,2}(/|$))[A-Za-z0-9_.$~@:+-]+)+";

    /** The name of a header in which CloudFront can send a key to an origin, where nothing of AWS's or the CDN's own stands. */
    public static final String KEY_HEADER = HeaderName.KEY_PATTERN;

    /** What {@link #KEY_HEADER} means. */
    public static final String KEY_HEADER_MEANS = HeaderName.KEY_MEANS;

    /** The name of a header. */
    public static final String HEADER_NAME = HeaderName.PATTERN;

    /** The name of a header that can be forwarded besides those of the handshake. */
    public static final String FORWARDED_HEADER = ForwardedHeaders.pattern();

    /** The name of a query string. */
    public static final String QUERY_STRING = "[^\\s&=#]+";

    /** A {@code wss://} endpoint; what it can't tell of ports and lengths is for {@link WebSocketOrigin#problems()}. */
    public static final String ENDPOINT = EndpointOrigin.PATTERN;

    private CloudFrontLimits() {}
}
