package io.edgesocket.plan.diff;

import io.edgesocket.plan.render.TextStyle;

/** What happened to a thing, as a sign before it. */
public enum ChangeSign {
    ADDED("+", TextStyle.CREATED),
    CHANGED("~", TextStyle.CHANGED),
    REMOVED("-", TextStyle.DELETED);

    private final String sign;
    private final TextStyle role;

    ChangeSign(String sign, TextStyle role) {
        this.sign = sign;
        this.role = role;
    }

    public static ChangeSign of(ResourceChange change) {
        if (change instanceof ResourceChange.Created) {
            return ADDED;
        }
        return change instanceof ResourceChange.Deleted ? REMOVED : CHANGED;
    }

    public static ChangeSign of(PropertyChange change) {
        if (change instanceof PropertyChange.Added) {
            return ADDED;
        }
        return change instanceof PropertyChange.Removed ? REMOVED : CHANGED;
    }

    public String sign() {
        return sign;
    }

    public TextStyle role() {
        return role;
    }
}
