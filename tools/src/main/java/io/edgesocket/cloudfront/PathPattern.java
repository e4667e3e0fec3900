package io.edgesocket.cloudfront;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which paths a behavior is for: {@code *} stands for any characters, slashes too, and {@code ?} for exactly one. Case
 * matters; a slash at the beginning may be left out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html">
 *      Path pattern</a>
 */
public record PathPattern(String text, Pattern pattern) {
    /** The default behavior's. */
    public static final PathPattern DEFAULT = of("*");

    /** @param text as a distribution has it, such as {@code /orders/*} */
    public static PathPattern of(String text) {
        var regex = text.chars().mapToObj(PathPattern::regex).collect(Collectors.joining());
        var slash = text.startsWith("/") || text.startsWith("*") ? "" : "/";
        return new PathPattern(text, Pattern.compile(slash + regex));
    }

    private static String regex(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
        };
    }

    /** @param path of a request, without the query */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
