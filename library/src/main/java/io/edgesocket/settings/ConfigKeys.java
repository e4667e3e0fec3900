package io.edgesocket.settings;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All of a stack's configuration. The SDK gives a value only for a known key, so a mistyped key would not be noticed; and it
 * doesn't say which keys are secrets. Both stand in fields of its {@link Config}, under {@code pulumi up} as well as when
 * the program runs in another's process. The environment variable PULUMI_CONFIG has them too, but only in the first case.
 */
record ConfigKeys(Map<String, String> values, Set<String> secretKeys) {

    static ConfigKeys of(Context context) {
        try {
            return all(context.config(Settings.NAMESPACE));
        } catch (ReflectiveOperationException | RuntimeException otherSdk) {
            return known(context);
        }
    }

    @SuppressWarnings("unchecked") // the types of the SDK's fields
    private static ConfigKeys all(Config config) throws ReflectiveOperationException {
        var stored = read(Config.class, "internalConfig", config);
        return new ConfigKeys(
                (Map<String, String>) read(DeploymentImpl.Config.class, "allConfig", stored),
                (Set<String>) read(DeploymentImpl.Config.class, "configSecretKeys", stored));
    }

    private static Object read(Class<?> type, String name, Object from) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(from);
    }

    /** With an SDK whose fields are others: what can be asked for by name; what may hold a secret is treated as one. */
    private static ConfigKeys known(Context context) {
        var values = new HashMap<String, String>();
        for (var field : Settings.SHAPE.fields()) {
            var key = field.key().split(":", 2);
            context.config(key[0]).get(key[1]).ifPresent(value -> values.put(field.key(), value));
        }
        return new ConfigKeys(values, mayHoldSecrets());
    }

    private static Set<String> mayHoldSecrets() {
        return Settings.SHAPE.fields().stream()
                .filter(field -> field.shape().mayHoldSecret())
                .map(io.edgesocket.settings.schema.Field::key)
                .collect(Collectors.toSet());
    }
}
