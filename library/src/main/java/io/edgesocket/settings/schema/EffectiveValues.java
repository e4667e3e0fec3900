package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What each key below a shape is: as it is given, or what holds when it is left out. */
public final class EffectiveValues {
    /** Stands in the place of a secret. */
    public static final String SECRET = "[secret]";

    /** Why a key has its value. */
    public enum Origin {
        GIVEN,
        /** It is left out, and has a default. */
        DEFAULT,
        /** It is left out, and is nothing then. */
        UNSET
    }

    /**
     * One key.
     *
     * @param key   as {@code pulumi config set --path} takes it
     * @param value as it is written; a list or an object as JSON, a secret as {@value #SECRET}; empty if it is unset
     */
    public record Row(String key, String value, Origin origin, String description) {}

    private final List<Row> rows = new ArrayList<>();

    private EffectiveValues() {}

    /**
     * A row for each key. A group that is given, or has defaults, is told by the keys in it; one that is unset by itself.
     *
     * @param given      what the shape reads without finding anything wrong
     * @param secretKeys the keys whose value is, or holds, a secret
     */
    public static List<Row> of(GroupShape root, ObjectNode given, Set<String> secretKeys) {
        var values = new EffectiveValues();
        values.addGroup(root, given, Origin.GIVEN, Location.root(root, secretKeys));
        return List.copyOf(values.rows);
    }

    private void addGroup(GroupShape group, JsonNode given, Origin origin, Location place) {
        group.fields().stream()
                .filter(field -> given.has(field.key()) || !isRuledOut(field, group, given))
                .forEach(field -> addField(field, given.path(field.key()), origin, place.key(field.key())));
    }

    /** Whether another key is given that this one would be an alternative to: its default has no effect then. */
    private static boolean isRuledOut(Field field, GroupShape group, JsonNode given) {
        return group.rules().stream()
                .filter(Alternatives.class::isInstance)
                .map(Alternatives.class::cast)
                .anyMatch(rule -> rule.single()
                        && rule.keys().contains(field.key())
                        && rule.keys().stream().anyMatch(given::has));
    }

    private void addField(Field field, JsonNode given, Origin origin, Location place) {
        if (!given.isMissingNode()) {
            add(field.shape(), given, origin, place, field.description());
        } else if (field.optional()) {
            rows.add(new Row(place.path(), "", Origin.UNSET, field.description()));
        } else {
            field.byDefault()
                    .map(field.shape()::fromText)
                    .or(field.shape()::absent)
                    .ifPresent(value -> add(field.shape(), value, Origin.DEFAULT, place, field.description()));
        }
    }

    private void add(Shape shape, JsonNode value, Origin origin, Location place, String description) {
        if (shape instanceof GroupShape group && value.isObject()) {
            addGroup(group, value, origin, place);
        } else if (shape instanceof ShorthandShape either) {
            addGroup(either.group(), value.isObject() ? value : Shape.object().set(either.key(), value), origin, place);
        } else if (shape instanceof MapShape map && value.isObject() && !value.isEmpty() && !place.secret()) {
            value.properties()
                    .forEach(entry ->
                            add(map.value(), entry.getValue(), origin, place.usersKey(entry.getKey()), description));
        } else {
            rows.add(new Row(place.path(), text(shape, value, place), origin, description));
        }
    }

    private static String text(Shape shape, JsonNode value, Location place) {
        var isSecret = shape instanceof SecretShape one && one.always()
                || place.secret() && (shape.mayHoldSecret() || shape instanceof MapShape);
        if (isSecret) {
            return SECRET;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
