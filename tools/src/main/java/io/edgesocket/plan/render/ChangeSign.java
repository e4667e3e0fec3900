package io.edgesocket.plan.render;

import io.edgesocket.plan.diff.PropertyChange;
import io.edgesocket.plan.diff.ResourceChange;

/** What happened to a thing, as a sign before it. */
public enum ChangeSign {
    ADDED("+", TextStyle.CREATED),
    CHANGED("~", TextStyle.CHANGED),
    REMOVED("-", TextStyle.DELETED);

    private final String sign;
    private final TextStyle style;

    ChangeSign(String sign, TextStyle style) {
        this.sign = sign;
        this.style = style;
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

    public TextStyle style() {
        return style;
    }
}
