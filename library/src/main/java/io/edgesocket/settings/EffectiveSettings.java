package io.edgesocket.settings;

import io.edgesocket.settings.schema.EffectiveValues;
import io.edgesocket.settings.schema.EffectiveValues.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each setting of a stack is, whether its configuration says so or not. */
public final class EffectiveSettings {

    private EffectiveSettings() {}

    /**
     * A row for each key, in the order of {@code ./edgesocket settings}. What {@code edgesocket:endpoint} leaves without
     * effect isn't there.
     *
     * @param config     as {@link Settings#parse(Map, Set)} takes it, and finds nothing wrong with
     * @param secretKeys the keys whose value is, or holds, a secret. It is in no row
     */
    public static List<Row> of(Map<String, String> config, Set<String> secretKeys) {
        return EffectiveValues.of(Settings.SHAPE, ConfigTree.of(config), secretKeys);
    }
}
