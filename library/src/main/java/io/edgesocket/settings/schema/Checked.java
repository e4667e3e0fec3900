package io.edgesocket.settings.schema;

/**
 * A group with rules between its settings. A setting that is wrong by itself is as if left out, so a rule must be content
 * with what is left out.
 */
public interface Checked {
    void check(Location place);
}
