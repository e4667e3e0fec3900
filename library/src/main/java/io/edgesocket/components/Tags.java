package io.edgesocket.components;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

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

    private Tags() {}

    /**
     * The keys that are another's but for the case of their letters, each with that other one. To most services they are
     * two keys; IAM answers "Duplicate tag keys found", when half of a stack is there already.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules_creating">Rules for
     *     tagging in IAM</a>
     */
    public static Map<String, String> sameButForCase(Collection<String> keys) {
        var first = new HashMap<String, String>();
        var same = new TreeMap<String, String>();
        new TreeSet<>(keys).forEach(key -> {
            var other = first.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (other != null) {
                same.put(key, other);
            }
        });
        return same;
    }
}
