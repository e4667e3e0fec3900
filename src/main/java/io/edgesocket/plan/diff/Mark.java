package io.edgesocket.plan.diff;

import io.edgesocket.plan.render.Role;

/** What happened to a thing, as a sign before it. */
public enum Mark {
    ADDED("+", Role.CREATED),
    CHANGED("~", Role.CHANGED),
    REMOVED("-", Role.DELETED);

    private final String sign;
    private final Role role;

    Mark(String sign, Role role) {
        this.sign = sign;
        this.role = role;
    }

    public static Mark of(ResourceChange change) {
        if (change instanceof ResourceChange.Created) {
            return ADDED;
        }
        return change instanceof ResourceChange.Deleted ? REMOVED : CHANGED;
    }

    public static Mark of(PropertyChange change) {
        if (change instanceof PropertyChange.Added) {
            return ADDED;
        }
        return change instanceof PropertyChange.Removed ? REMOVED : CHANGED;
    }

    public String sign() {
        return sign;
    }

    public Role role() {
        return role;
    }
}
