package io.edgesocket.plan;

/** What happened to a thing, as a sign before it. */
enum Mark {
    ADDED("+", Role.CREATED),
    CHANGED("~", Role.CHANGED),
    REMOVED("-", Role.DELETED);

    private final String sign;
    private final Role role;

    Mark(String sign, Role role) {
        this.sign = sign;
        this.role = role;
    }

    static Mark of(ResourceChange change) {
        if (change instanceof ResourceChange.Created) {
            return ADDED;
        }
        return change instanceof ResourceChange.Deleted ? REMOVED : CHANGED;
    }

    static Mark of(PropertyChange change) {
        if (change instanceof PropertyChange.Added) {
            return ADDED;
        }
        return change instanceof PropertyChange.Removed ? REMOVED : CHANGED;
    }

    String sign() {
        return sign;
    }

    Role role() {
        return role;
    }
}
