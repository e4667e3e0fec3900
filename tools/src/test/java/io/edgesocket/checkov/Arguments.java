package io.edgesocket.checkov;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the SDK says of the arguments of a resource, or of an object within them. */
record Arguments(Class<?> type) {

    /** @param token such as {@code aws:apigatewayv2/api:Api}, whose arguments are {@code com.pulumi.aws.apigatewayv2.ApiArgs} */
    static Arguments of(String token) {
        var parts = token.split("[:/]");
        try {
            return new Arguments(Class.forName("com.pulumi.aws." + parts[1] + "." + parts[3] + "Args"));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("the SDK has no arguments for " + token, e);
        }
    }

    boolean has(String property) {
        return field(property).isPresent();
    }

    /** The arguments of the object, or of each object in the list, that the property is; empty for all else. */
    Optional<Arguments> within(String property) {
        var type = plain(field(property)
                .orElseThrow(() -> new IllegalArgumentException(this.type + " has no " + property))
                .getGenericType());
        return type instanceof Class<?> object && ResourceArgs.class.isAssignableFrom(object)
                ? Optional.of(new Arguments(object))
                : Optional.empty();
    }

    private Optional<Field> field(String property) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Import.class)
                        && field.getAnnotation(Import.class).name().equals(property))
                .findFirst();
    }

    /** Without the {@code Output} and the {@code List} around it. */
    private static Type plain(Type type) {
        var wrapped = type instanceof ParameterizedType generic
                && List.of("com.pulumi.core.Output", "java.util.List")
                        .contains(generic.getRawType().getTypeName());
        return wrapped ? plain(((ParameterizedType) type).getActualTypeArguments()[0]) : type;
    }
}
