package io.edgesocket.components.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of HTTP headers: case makes no difference to them. */
public final class HeaderName {
    /** A token, as RFC 9110, section 5.1, has it. */
    public static final String PATTERN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    /**
     * A header in which CloudFront can send a key to an origin: none that AWS or the CDN uses itself. API Gateway writes
     * {@code x-forwarded-…} and {@code x-amzn-…} anew, so a key there would never arrive.
     */
    public static final String KEY_PATTERN = "(?!x-(amzn?|edge|forwarded)-|x-(real-ip|original-path)$)x-[a-z0-9-]+";

    /** {@link #KEY_PATTERN} in words. */
    public static final String KEY_MEANS = "x- and lower-case letters, digits and -, other than x-amz-…, x-amzn-…, "
            + "x-edge-… and x-forwarded-…, which are AWS's, x-real-ip and x-original-path";

    /**
     * Characters of the name of a header that CloudFront adds.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html">Add
     *     custom headers to origin requests</a>
     */
    public static final int SENT_LENGTH_MAX = 256;

    private static final Pattern TOKEN = Pattern.compile(PATTERN);

    private HeaderName() {}

    public static boolean isValid(String name) {
        return TOKEN.matcher(name).matches();
    }

    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
