package io.edgesocket.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of one stack, as the Pulumi CLI hands it to a program: full keys, objects as JSON text.
 *
 * @param secretKeys the keys whose value is, or contains, a secret
 * @param missing    what Pulumi would hand over besides, a sentence each
 * @param sources    by key, where its value is written: the name of a file, or {@code Pulumi ESC}
 */
public record StackConfig(
        String project,
        String stack,
        Map<String, String> values,
        Set<String> secretKeys,
        List<String> missing,
        Map<String, String> sources) {
    /** Marks a secret's stand-in. A plan never knows the secret itself, so it needs no passphrase. */
    static final String SECRET_STAND_IN = "secretstandin";

    public StackConfig {
        values = Map.copyOf(values);
        secretKeys = Set.copyOf(secretKeys);
        missing = List.copyOf(missing);
        sources = Map.copyOf(sources);
    }

    /** With nothing missing, and written nowhere. */
    public StackConfig(String project, String stack, Map<String, String> values, Set<String> secretKeys) {
        this(project, stack, values, secretKeys, List.of(), Map.of());
    }

    /** The value of a full key, such as {@code aws:region}. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * Stands for a secret: long enough to pass a check of a secret's strength, and repeated, so that half of it can still
     * be recognised.
     *
     * @param key  of the configuration
     * @param path where the secret is in the key's value
     */
    public static String secretStandIn(String key, String path) {
        return ("secret" + Shapes.Token.of(key, path)).repeat(2);
    }
}
