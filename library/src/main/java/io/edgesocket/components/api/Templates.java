package io.edgesocket.components.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Templates, one of which is chosen for each request.
 *
 * @param selectionExpression gives the key of the one to use
 */
record Templates(String selectionExpression, Map<String, String> byKey) {
    /** Gives {@code $default} for every request. The backslash keeps it from being a variable. */
    static final String ALWAYS_DEFAULT = "\\$default";

    static final Templates NONE = new Templates("", Map.of());

    Templates {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    /** The one template for every request. */
    static Templates of(String template) {
        return new Templates(ALWAYS_DEFAULT, Map.of(RouteKeys.DEFAULT, template));
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }
}
