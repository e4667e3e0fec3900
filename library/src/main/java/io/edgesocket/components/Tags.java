package io.edgesocket.components;

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
}
