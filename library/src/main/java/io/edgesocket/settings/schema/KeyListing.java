package io.edgesocket.settings.schema;

import java.util.Optional;
import java.util.stream.Stream;

/** Every key below a shape. */
public final class KeyListing {

    /**
     * @param key         as {@code pulumi config set --path} takes it; {@code *} is a name that the user chooses
     * @param byDefault   what it is when left out; {@code required} if it can't be, empty if it is nothing then
     * @param limits      what narrows the type; may be empty
     */
    public record Row(String key, String type, String byDefault, String limits, String description) {}

    private KeyListing() {}

    /** A row for each key and for each group of keys, a group before what is in it. */
    public static Stream<Row> rows(GroupShape root) {
        return below("", root);
    }

    /** The first key of that name, in whichever group it is. */
    static Optional<String> elsewhere(GroupShape root, String unknown) {
        var name = Suggestion.name(unknown);
        return rows(root)
                .map(Row::key)
                .filter(key -> key.endsWith("." + name) || key.endsWith(":" + name))
                .findFirst();
    }

    private static Stream<Row> below(String path, GroupShape group) {
        return group.fields().stream().flatMap(field -> {
            var key = path + field.key();
            return Stream.concat(Stream.of(row(key, field)), inside(key, field.shape()));
        });
    }

    private static Stream<Row> inside(String key, Shape shape) {
        if (shape instanceof GroupShape group) {
            return below(key + ".", group);
        }
        if (shape instanceof ShorthandShape either) {
            return inside(key, either.group());
        }
        return shape instanceof MapShape map ? inside(key + ".*", map.value()) : Stream.empty();
    }

    private static Row row(String key, Field field) {
        var byDefault = field.required() ? "required" : field.byDefault().orElse("");
        return new Row(key, field.shape().type(), byDefault, field.shape().limits(), field.description());
    }
}
