package io.edgesocket.components.internal;

import io.edgesocket.components.Tags;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the tags that AWS would refuse; its limits are in {@link Tags}. */
public final class TagChecks {
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private TagChecks() {}

    public static void check(Problems problems, Map<String, String> tags) {
        problems.unless(tags.size() <= Tags.MAX, "tags", tags.size() + " tags", "at most " + Tags.MAX);
        checkCase(problems, tags);
        new TreeMap<>(tags).forEach((key, value) -> {
            problems.unless(
                    isKey(key),
                    "tags",
                    "key \"" + key + "\"",
                    "1 to " + Tags.KEY_MAX + " letters, digits, spaces and _.:/=+-@, not beginning with aws:");
            problems.unless(
                    value.length() <= Tags.VALUE_MAX
                            && CHARACTERS.matcher(value).matches()
                            && !isOfAws(value),
                    Property.of("tags", key),
                    "\"" + value + "\"",
                    "at most " + Tags.VALUE_MAX + " letters, digits, spaces and _.:/=+-@, not beginning with aws:");
        });
    }

    private static void checkCase(Problems problems, Map<String, String> tags) {
        Tags.sameButForCase(tags.keySet())
                .forEach((key, other) -> problems.add(
                        Property.of("tags", key),
                        "differs from " + other + " by case alone",
                        "leave one of them out: to IAM they are the same key, and it refuses both"));
    }

    private static boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= Tags.KEY_MAX
                && CHARACTERS.matcher(key).matches()
                && !isOfAws(key);
    }

    private static boolean isOfAws(String text) {
        return text.regionMatches(true, 0, "aws:", 0, 4);
    }
}
