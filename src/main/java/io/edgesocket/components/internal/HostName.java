package io.edgesocket.components.internal;

import static io.edgesocket.components.cdn.CloudFrontLimits.HOST_NAME_MAX;

import io.edgesocket.components.cdn.CloudFrontPatterns;
import java.util.Locale;
import java.util.regex.Pattern;

/** DNS names as CloudFront takes them: lower case, at least two labels, no port, no IP address. */
public final class HostName {
    private static final Pattern NAME = Pattern.compile(CloudFrontPatterns.HOST_NAME);

    private HostName() {}

    public static boolean isValid(String text) {
        return text.length() <= HOST_NAME_MAX && NAME.matcher(text).matches();
    }

    /** The same, or with {@code *} as its first label. */
    public static boolean isValidAlias(String text) {
        return text.length() <= HOST_NAME_MAX && isValid(withoutWildcard(text));
    }

    /** What to tell the author of an alias that isn't valid. */
    public static String howToWrite(String alias) {
        var lower = alias.toLowerCase(Locale.ROOT);
        return isValidAlias(lower)
                ? "write it in lower case: " + lower
                : "a domain name without scheme, port or path, as in ws.example.com or *.example.com";
    }

    public static boolean isWildcard(String text) {
        return text.startsWith("*.");
    }

    public static String withoutWildcard(String alias) {
        return isWildcard(alias) ? alias.substring(2) : alias;
    }

    /** An alias as it stands in a resource's name. No host has an underscore in it, so no two aliases have one name. */
    public static String readable(String alias) {
        return isWildcard(alias) ? "_wildcard." + withoutWildcard(alias) : alias;
    }
}
