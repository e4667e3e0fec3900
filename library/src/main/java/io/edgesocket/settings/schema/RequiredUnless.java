package io.edgesocket.settings.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A key further down that must be given if its own group is, unless a certain key of this group is given. */
public record RequiredUnless(KeyPath key, Shape shape, String unless) implements Rule {

    public static RequiredUnless needed(String path, Shape shape, String unless) {
        return new RequiredUnless(KeyPath.of(path), shape, unless);
    }

    @Override
    public void check(ObjectNode group, Location place) {
        if (!group.has(unless) && key.groupIn(group).isObject() && !key.isGivenIn(group)) {
            key.in(place).add("missing", "must be " + shape.allowed());
        }
    }

    @Override
    public void addTo(ObjectNode schema) {
        var any = schema.putArray("anyOf");
        any.addObject().putArray("required").add(unless);
        key.addGroupTo(any.addObject()).putArray("required").add(key.key());
    }
}
