package io.edgesocket.components;

import io.edgesocket.components.internal.Problems;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What AWS accepts as a resource's tags.
 *
 * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">Tag naming
 *     limits</a>
 */
public final class Tags {
    /** Tags of one resource; the other two are in characters. */
    public static final int MAX = 50;

    public static final int KEY_MAX = 128;
    public static final int VALUE_MAX = 256;
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private Tags() {}

    public static void check(Problems problems, Map<String, String> tags) {
        problems.unless(tags.size() <= MAX, "tags", tags.size() + " tags", "at most " + MAX);
        new TreeMap<>(tags).forEach((key, value) -> {
            problems.unless(
                    isKey(key),
                    "tags",
                    "key \"" + key + "\"",
                    "1 to " + KEY_MAX + " letters, digits, spaces and _.:/=+-@, not beginning with aws:");
            problems.unless(
                    value.length() <= VALUE_MAX && CHARACTERS.matcher(value).matches(),
                    "tags." + key,
                    "\"" + value + "\"",
                    "at most " + VALUE_MAX + " letters, digits, spaces and _.:/=+-@");
        });
    }

    private static boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= KEY_MAX
                && CHARACTERS.matcher(key).matches()
                && !key.regionMatches(true, 0, "aws:", 0, 4);
    }
}
