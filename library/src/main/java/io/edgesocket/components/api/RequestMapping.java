package io.edgesocket.components.api;

import io.edgesocket.components.internal.Sha256;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a request is handed to what stands behind a route: for how long it may take, and what is made of it. */
record RequestMapping(Optional<Duration> timeout, Map<String, String> parameters, Templates templates) {
    static final RequestMapping NONE = new RequestMapping(Optional.empty(), Map.of(), Templates.NONE);

    RequestMapping withTimeout(Duration changed) {
        return new RequestMapping(Optional.of(changed), parameters, templates);
    }

    RequestMapping withParameter(String key, String value) {
        var changed = new TreeMap<>(parameters);
        changed.put(key, value);
        return new RequestMapping(timeout, changed, templates);
    }

    RequestMapping with(Templates changed) {
        return new RequestMapping(timeout, parameters, changed);
    }

    /** Tells mappings apart in a name; the same mapping has the same digest in every run. */
    String digest() {
        return Sha256.hex(timeout + "|" + parameters + "|" + templates, Sha256.SHORT);
    }
}
