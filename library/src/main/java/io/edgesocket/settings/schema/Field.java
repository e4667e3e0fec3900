package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One key of a group.
 *
 * @param description what it is for, in sentences
 * @param byDefault   what it is when left out, as it would be written
 * @param optional    whether it may be nothing: the record's component is an {@code Optional}
 */
public record Field(String key, Shape shape, String description, Optional<String> byDefault, boolean optional) {

    public static Field key(String key, Shape shape, String description) {
        return new Field(key, shape, description, Optional.empty(), false);
    }

    public static Field optional(String key, Shape shape, String description) {
        return new Field(key, shape, description, Optional.empty(), true);
    }

    public Field or(String byDefault) {
        return new Field(key, shape, description, Optional.of(byDefault), false);
    }

    public boolean required() {
        return !optional && byDefault.isEmpty() && shape.absent().isEmpty();
    }

    /**
     * The component's value. What is wrong is reported to the place and read as if it were left out, so that the rules
     * between settings are checked too. Empty if it can't be left out.
     */
    Optional<Object> read(ObjectNode group, Location place) {
        var at = place.key(key);
        if (!group.has(key)) {
            return leftOut(at);
        }
        if (at.isMarkedSecret() && !shape.mayHoldSecret()) {
            at.add("a secret", "AWS shows it to everyone who may look, so it can't be one: set it without --secret");
            return leftOut(at.unheard());
        }
        var value = shape.read(group.get(key), at);
        return (optional ? value.<Object>map(Optional::of) : value).or(() -> leftOut(at.unheard()));
    }

    private Optional<Object> leftOut(Location place) {
        if (optional) {
            return Optional.of(Optional.empty());
        }
        var given = byDefault.map(shape::fromText).or(shape::absent);
        if (given.isEmpty()) {
            place.add("missing", "must be " + shape.allowed());
        }
        return given.flatMap(value -> shape.read(value, place));
    }

    ObjectNode schema() {
        var schema = shape.schema().put("description", documentation());
        byDefault.ifPresent(text -> schema.set("default", shape.fromText(text)));
        return schema;
    }

    private String documentation() {
        return shape.limits().isEmpty() ? description : description + "\n\nAllowed: " + shape.limits();
    }
}
