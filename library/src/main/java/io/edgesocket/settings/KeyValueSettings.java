package io.edgesocket.settings;

import static io.edgesocket.settings.schema.Field.key;
import static io.edgesocket.settings.schema.GroupShape.group;
import static io.edgesocket.settings.schema.MapShape.mapOf;
import static io.edgesocket.settings.schema.TextShape.text;

import io.edgesocket.components.cdn.CloudFrontLimits;
import io.edgesocket.settings.schema.GroupShape;
import io.edgesocket.settings.schema.TextShape;
import java.util.Map;

/**
 * The key value store of a CloudFront Function.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions.html">Amazon CloudFront
 *     KeyValueStore</a>
 */
public record KeyValueSettings(Map<String, String> entries) {

    private static final TextShape KEY = text("[^\\u0000]+", "any text", CloudFrontLimits.STORE_KEY_BYTES_MAX);
    private static final TextShape VALUE = text("[^\\u0000]*", "any text", CloudFrontLimits.STORE_VALUE_BYTES_MAX);

    static final GroupShape SHAPE = group(
            KeyValueSettings.class,
            key(
                    "entries",
                    mapOf(KEY, VALUE),
                    "What it holds; other entries are removed. Without any here, the store is left as it is, for others to fill."));
}
