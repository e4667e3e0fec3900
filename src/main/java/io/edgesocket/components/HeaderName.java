package io.edgesocket.components;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of HTTP headers: case makes no difference to them. */
final class HeaderName {
    private static final Pattern TOKEN = Pattern.compile(CloudFrontPatterns.HEADER_NAME);

    private HeaderName() {}

    static boolean isValid(String name) {
        return TOKEN.matcher(name).matches();
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
