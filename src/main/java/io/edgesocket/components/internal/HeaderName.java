package io.edgesocket.components.internal;

import io.edgesocket.components.cdn.CloudFrontPatterns;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of HTTP headers: case makes no difference to them. */
public final class HeaderName {
    private static final Pattern TOKEN = Pattern.compile(CloudFrontPatterns.HEADER_NAME);

    private HeaderName() {}

    public static boolean isValid(String name) {
        return TOKEN.matcher(name).matches();
    }

    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
