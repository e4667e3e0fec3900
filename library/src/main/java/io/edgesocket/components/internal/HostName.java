package io.edgesocket.components.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** DNS names as CloudFront takes them: lower case, at least two labels, no port, no IP address. */
public final class HostName {
    /** Characters of a DNS name, an alias with its wildcard (RFC 1035, section 2.3.4, without the dot at its end). */
    public static final int LENGTH_MAX = 253;

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** A name, without its length. */
    public static final String PATTERN = "(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    /** A name, or one with {@code *} as its first label. */
    public static final String ALIAS_PATTERN = "(\\*\\.)?" + PATTERN;

    /** As {@link #PATTERN}, maybe with a dot at its end. */
    public static final String DOTTED_PATTERN = PATTERN + "\\.?";

    /** As {@link #ALIAS_PATTERN}, maybe with a dot at its end. */
    public static final String DOTTED_ALIAS_PATTERN = ALIAS_PATTERN + "\\.?";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private HostName() {}

    public static boolean isValid(String text) {
        return text.length() <= LENGTH_MAX && NAME.matcher(text).matches();
    }

    /** The same, or with {@code *} as its first label. */
    public static boolean isValidAlias(String text) {
        return text.length() <= LENGTH_MAX && isValid(withoutWildcard(text));
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

    /** A name may end with the dot of DNS's root, as in a zone's file; AWS gives names so, and takes them without. */
    public static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    public static List<String> withoutFinalDots(List<String> names) {
        return names.stream().map(HostName::withoutFinalDot).toList();
    }

    /** An alias as it stands in a resource's name. No host has an underscore in it, so no two aliases have one name. */
    public static String readable(String alias) {
        return isWildcard(alias) ? "_wildcard." + withoutWildcard(alias) : alias;
    }
}
