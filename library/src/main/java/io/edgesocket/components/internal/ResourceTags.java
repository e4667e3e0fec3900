package io.edgesocket.components.internal;

import com.pulumi.core.Output;
import com.pulumi.resources.ResourceArgs;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adds tags to the arguments of any resource of AWS that has them. Their classes have no common interface for that, but are
 * alike: {@code tags()}, {@code builder(args)} and the builder's {@code tags(Output)}.
 */
public final class ResourceTags {
    private static final String AWS = "com.pulumi.aws.";

    private ResourceTags() {}

    /** The same arguments if the type has no tags. A tag that stands there already stays. */
    public static ResourceArgs add(ResourceArgs args, Map<String, String> tags) {
        var type = args.getClass();
        if (!type.getName().startsWith(AWS)) {
            return args;
        }
        try {
            var reader = method(type, "tags");
            var builder = method(type, "builder", type);
            var writer = builder.flatMap(made -> method(made.getReturnType(), "tags", Output.class));
            if (reader.isEmpty() || writer.isEmpty() || !isOfTexts(writer.get())) {
                return args;
            }
            var filling = builder.get().invoke(null, args);
            writer.get().invoke(filling, merged((Optional<?>) reader.get().invoke(args), tags));
            return (ResourceArgs) filling.getClass().getMethod("build").invoke(filling);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " takes no tags: " + e.getMessage(), e);
        }
    }

    private static Optional<Method> method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return Optional.of(type.getMethod(name, parameters));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }

    /** An Auto Scaling group has tags of another form. */
    private static boolean isOfTexts(Method writer) {
        return writer.getGenericParameterTypes()[0].getTypeName().contains("Map<java.lang.String, java.lang.String>");
    }

    @SuppressWarnings("unchecked") // isOfTexts has seen to it
    private static Output<Map<String, String>> merged(Optional<?> own, Map<String, String> tags) {
        return own.map(given -> ((Output<Map<String, String>>) given).applyValue(values -> merged(values, tags)))
                .orElseGet(() -> Output.of(tags));
    }

    private static Map<String, String> merged(Map<String, String> own, Map<String, String> tags) {
        var all = new HashMap<>(tags);
        all.putAll(own);
        return Map.copyOf(all);
    }
}
