package io.edgesocket.components.cdn;

/**
 * What texts CloudFront takes, as expressions that Java and ECMAScript share: components check with them, and editors do
 * through the settings' schema. Lengths are in {@link CloudFrontLimits}.
 */
public final class CloudFrontPatterns {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** A DNS name: lower case, at least two labels, no port, no IP address. */
    public static final String HOST_NAME = "(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    /** A DNS name, or one with {@code *} as its first label. */
    public static final String ALIAS = "(\\*\\.)?" + HOST_NAME;

    /** An ACM certificate in us-east-1, the one region that CloudFront takes it from. */
    public static final String CERTIFICATE_ARN = "arn:aws:acm:us-east-1:[0-9]{12}:certificate/[A-Za-z0-9-]+";

    /** A WAFv2 web ACL of scope CLOUDFRONT. */
    public static final String WEB_ACL_ARN =
            "arn:aws:wafv2:us-east-1:[0-9]{12}:global/webacl/[A-Za-z0-9_-]{1,128}/[A-Za-z0-9-]+";

    /** A numbered version of a Lambda function in us-east-1. */
    public static final String LAMBDA_VERSION_ARN =
            "arn:aws:lambda:us-east-1:[0-9]{12}:function:[A-Za-z0-9_-]{1,64}:[1-9][0-9]*";

    /** The domain name of an S3 bucket, with its region or without. */
    public static final String BUCKET =
            "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\.s3([.-][a-z]{2}(-[a-z]+)+-[0-9])?\\.amazonaws\\.com(\\.cn)?";

    /** An S3 bucket, and maybe what the names of objects in it begin with. */
    public static final String BUCKET_ARN = "arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9!_.*'()-]+)*";

    /** What the names of log files begin with: one line, without a slash at its start. */
    public static final String LOG_PREFIX = "([^/\\u0000-\\u001f][^\\u0000-\\u001f]*)?";

    /** A path prefix: no wildcard, no empty part; {@code .} and {@code ..} mean another path, so none would ever arrive. */
    public static final String PATH_PREFIX = "(/(?!\\.{1,2}(/|$))[A-Za-z0-9_.$~@:+-]+)+";

    /** The name of a header in which CloudFront can send a key to an origin, where nothing of AWS's or the CDN's own stands. */
    public static final String KEY_HEADER = "(?!x-(amz|edge)-|x-(real-ip|original-path)$)x-[a-z0-9-]+";

    /** The name of a header. */
    public static final String HEADER_NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    /** The name of a header that can be forwarded besides those of the handshake. */
    public static final String FORWARDED_HEADER = ForwardedHeaders.pattern();

    /** The name of a query string. */
    public static final String QUERY_STRING = "[^\\s&=#]+";

    /** A {@code wss://} endpoint; what it can't tell of ports and lengths is for {@link WebSocketOrigin#problems()}. */
    public static final String ENDPOINT = Endpoint.PATTERN;

    private CloudFrontPatterns() {}
}
