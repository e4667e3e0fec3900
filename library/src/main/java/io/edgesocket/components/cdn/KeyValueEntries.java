package io.edgesocket.components.cdn;

import static io.edgesocket.components.cdn.CloudFrontLimits.STORE_BYTES_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.STORE_KEY_BYTES_MAX;
import static io.edgesocket.components.cdn.CloudFrontLimits.STORE_VALUE_BYTES_MAX;

import com.pulumi.aws.cloudfront.inputs.KeyvaluestoreKeysExclusiveResourceKeyValuePairArgs;
import io.edgesocket.components.internal.Problems;
import io.edgesocket.components.internal.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a key value store of CloudFront Functions holds, by key. */
record KeyValueEntries(Map<String, String> byKey) {
    KeyValueEntries {
        byKey = Map.copyOf(byKey);
    }

    boolean areAny() {
        return !byKey.isEmpty();
    }

    /** In the order of their keys, so that a plan doesn't change with the order in which they are written. */
    List<KeyvaluestoreKeysExclusiveResourceKeyValuePairArgs> toArgs() {
        return new TreeMap<>(byKey)
                .entrySet().stream()
                        .map(entry -> KeyvaluestoreKeysExclusiveResourceKeyValuePairArgs.builder()
                                .key(entry.getKey())
                                .value(entry.getValue())
                                .build())
                        .toList();
    }

    void check(Problems problems, Property property) {
        new TreeMap<>(byKey).forEach((key, value) -> check(problems, property, key, value));
        var all = byKey.entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                .sum();
        problems.unless(
                all <= STORE_BYTES_MAX, property, all + " bytes of keys and values", "at most " + STORE_BYTES_MAX);
    }

    private static void check(Problems problems, Property property, String key, String value) {
        problems.unless(
                !key.isEmpty() && bytes(key) <= STORE_KEY_BYTES_MAX,
                property,
                "a key of " + bytes(key) + " bytes",
                "1 to " + STORE_KEY_BYTES_MAX);
        problems.unless(
                bytes(value) <= STORE_VALUE_BYTES_MAX,
                property,
                "a value of " + bytes(value) + " bytes under \"" + key + '"',
                "at most " + STORE_VALUE_BYTES_MAX);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
