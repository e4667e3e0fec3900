package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.PATH_PREFIX_MAX;

import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.util.List;
import java.util.regex.Pattern;

/** An origin for the requests whose path is a prefix or stands below it. */
record PathOrigin(String prefix, CdnOrigin origin) {
    private static final String BELOW = "/*";
    private static final Pattern PREFIX = Pattern.compile(CloudFrontLimits.PATH_PREFIX);

    /** Two, so that {@code /chat} takes {@code /chat} and {@code /chat/room} and leaves {@code /chatter}. */
    List<String> patterns() {
        return List.of(prefix, prefix + BELOW);
    }

    void check(Problems problems, ForwardedHeaders forwarded) {
        var fine = PREFIX.matcher(prefix).matches() && prefix.length() <= PATH_PREFIX_MAX;
        problems.unless(fine, property(), '"' + prefix + '"', howToWrite());
        origin.check(problems, property(), forwarded);
    }

    Property property() {
        return Property.of("paths", prefix);
    }

    private String howToWrite() {
        return prefix.equals("/")
                ? "give it as the origin: it is what takes every other path"
                : "it starts with / and doesn't end with it, at most " + PATH_PREFIX_MAX + " letters, digits and "
                        + "_ . $ ~ @ : + - between slashes; no wildcard: what is below belongs to it";
    }
}
