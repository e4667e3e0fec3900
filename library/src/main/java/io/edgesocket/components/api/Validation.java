package io.edgesocket.components.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Which model a message is held against. */
record Validation(String selectionExpression, Map<String, RequestModel> models) {
    static final Validation NONE = new Validation("", Map.of());

    Validation {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }

    static Validation of(RequestModel model) {
        return new Validation(Templates.ALWAYS_DEFAULT, Map.of(RouteKeys.DEFAULT, model));
    }

    boolean isEmpty() {
        return models.isEmpty();
    }
}
