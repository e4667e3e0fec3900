package io.edgesocket.local.apigateway.stage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query string, decoded, in their order. */
public record QueryString(Map<String, List<String>> values) {
    public QueryString {
        values = Collections.unmodifiableMap(values);
    }

    static QueryString parse(String text) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&")) {
            if (!pair.isEmpty()) {
                var name = pair.split("=", 2);
                values.computeIfAbsent(decoded(name[0]), unseen -> new ArrayList<>())
                        .add(name.length > 1 ? decoded(name[1]) : "");
            }
        }
        return new QueryString(values);
    }

    /** Unchanged if its encoding is wrong. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrongly) {
            return text;
        }
    }

    /** The last value of a parameter that was given. */
    Optional<String> last(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> all.get(all.size() - 1));
    }
}
