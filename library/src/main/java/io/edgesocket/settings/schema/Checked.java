package io.edgesocket.settings.schema;

/**
 * A group with rules between its settings. A setting that is wrong by itself is read as if it were left out, so a rule must
 * accept that.
 */
public interface Checked {
    void check(Location place);
}
