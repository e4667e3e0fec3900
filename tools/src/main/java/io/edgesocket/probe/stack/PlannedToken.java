package io.edgesocket.probe.stack;

import io.edgesocket.plan.Plan;
import io.edgesocket.probe.Token;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a stack's authorizer looks for a token: at the first of its identity sources that CloudFront doesn't add itself. */
final class PlannedToken {
    private static final String HEADER = "route.request.header.";
    private static final String QUERY = "route.request.querystring.";
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";
    /** What stands before the token in a subprotocol, where the function says no other. */
    private static final String PREFIX = "jwt";

    private PlannedToken() {}

    static Token of(Plan plan, String value) {
        var added = addedHeaders(plan);
        return PlannedGuard.identitySources(plan)
                .filter(source -> !added.contains(source.toLowerCase(Locale.ROOT)))
                .filter(source -> source.startsWith(HEADER) || source.startsWith(QUERY))
                .findFirst()
                .map(source -> at(source, value))
                .orElseGet(() -> new Token(Token.Place.header, "Authorization", value));
    }

    private static Token at(String source, String value) {
        if (source.startsWith(QUERY)) {
            return new Token(Token.Place.query, source.substring(QUERY.length()), value);
        }
        var header = source.substring(HEADER.length());
        return header.equalsIgnoreCase(SUBPROTOCOL)
                ? new Token(Token.Place.subprotocol, PREFIX, value)
                : new Token(Token.Place.header, header, value);
    }

    /** Of all origins, as the authorizers are those of all APIs. */
    private static Set<String> addedHeaders(Plan plan) {
        return Resources.of(plan, Resources.DISTRIBUTION)
                .flatMap(distribution -> Resources.items(distribution.inputs().path("origins")))
                .flatMap(origin -> Resources.items(origin.path("customHeaders")))
                .map(header -> HEADER + header.path("name").asText().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
