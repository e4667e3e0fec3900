package io.edgesocket.components;

import static io.edgesocket.components.CloudFrontLimits.HOST_NAME_MAX;

import java.util.regex.Pattern;

/** DNS names as CloudFront takes them: lower case, at least two labels, no port, no IP address. */
final class HostName {
    private static final Pattern NAME = Pattern.compile(CloudFrontPatterns.HOST_NAME);

    private HostName() {}

    static boolean isValid(String text) {
        return text.length() <= HOST_NAME_MAX && NAME.matcher(text).matches();
    }

    /** The same, or with {@code *} as its first label. */
    static boolean isValidAlias(String text) {
        return text.length() <= HOST_NAME_MAX && isValid(isWildcard(text) ? text.substring(2) : text);
    }

    static boolean isWildcard(String text) {
        return text.startsWith("*.");
    }
}
