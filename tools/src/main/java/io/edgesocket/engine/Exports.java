package io.edgesocket.engine;

import com.pulumi.core.annotations.CustomType;
import com.pulumi.core.annotations.Export;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The outputs that a generated resource class declares, with their Java types. */
final class Exports {
    private static final Map<Class<?>, List<Property>> KNOWN = new ConcurrentHashMap<>();

    private Exports() {}

    /**
     * @param type what the getter returns, without the {@code Output} around it; {@code Optional<…>} if it may be
     *             missing
     */
    record Property(String name, Type type) {
        boolean optional() {
            return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        }
    }

    static List<Property> of(Class<?> resource) {
        return KNOWN.computeIfAbsent(resource, Exports::read);
    }

    private static List<Property> read(Class<?> resource) {
        var properties = new ArrayList<Property>();
        for (var field : resource.getDeclaredFields()) {
            var export = field.getAnnotation(Export.class);
            if (export != null) {
                properties.add(new Property(
                        export.name().isEmpty() ? field.getName() : export.name(),
                        withoutOutput(getter(resource, field.getName()))));
            }
        }
        return List.copyOf(properties);
    }

    private static Method getter(Class<?> resource, String name) {
        try {
            return resource.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(resource + " exports " + name + " but has no getter of that name", e);
        }
    }

    private static Type withoutOutput(Method getter) {
        return ((ParameterizedType) getter.getGenericReturnType()).getActualTypeArguments()[0];
    }

    /** The properties of a nested object's class. */
    static List<Property> properties(Class<?> custom) {
        return KNOWN.computeIfAbsent(
                custom,
                type -> Arrays.stream(type.getDeclaredClasses())
                        .filter(nested -> nested.isAnnotationPresent(CustomType.Builder.class))
                        .flatMap(builder -> Arrays.stream(builder.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(CustomType.Setter.class) && !method.isVarArgs())
                        .map(setter -> new Property(
                                setter.getName(), getter(type, setter.getName()).getGenericReturnType()))
                        .toList());
    }
}
