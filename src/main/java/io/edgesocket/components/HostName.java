package io.edgesocket.components;

import java.util.regex.Pattern;

/** DNS names as CloudFront takes them: lower case, at least two labels, no port, no IP address. */
final class HostName {
    private static final int LENGTH_MAX = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private HostName() {}

    static boolean isValid(String text) {
        return text.length() <= LENGTH_MAX && NAME.matcher(text).matches();
    }

    /** The same, or with {@code *} as its first label. */
    static boolean isValidAlias(String text) {
        return isValid(isWildcard(text) ? text.substring(2) : text);
    }

    static boolean isWildcard(String text) {
        return text.startsWith("*.");
    }
}
