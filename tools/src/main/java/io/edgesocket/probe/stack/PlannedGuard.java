package io.edgesocket.probe.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The header in which CloudFront sends a key that the API asks for. */
final class PlannedGuard {
    static final String DEFAULT_HEADER = "x-api-key";

    private PlannedGuard() {}

    /** Empty if there is no guard, or if it isn't enforced. */
    static Optional<String> of(Plan plan, PlannedDistribution distribution) {
        return distribution.origin().stream()
                .flatMap(origin -> Resources.items(origin.path("customHeaders")))
                .map(header -> header.path("name").asText().toLowerCase(Locale.ROOT))
                .filter(header -> isAskedFor(plan, header))
                .findFirst();
    }

    /** An API of another stack, or one that exists, is taken to ask for the key that it is sent. */
    private static boolean isAskedFor(Plan plan, String header) {
        var connects = Resources.of(plan, "aws:apigatewayv2/route:Route")
                .filter(route -> route.inputs().path("routeKey").asText().equals("$connect"))
                .toList();
        if (connects.isEmpty()) {
            return true;
        }
        return header.equals(DEFAULT_HEADER)
                ? connects.stream()
                        .anyMatch(route -> route.inputs().path("apiKeyRequired").asBoolean())
                : identitySources(plan).anyMatch(("route.request.header." + header)::equalsIgnoreCase);
    }

    static Stream<String> identitySources(Plan plan) {
        return Resources.of(plan, "aws:apigatewayv2/authorizer:Authorizer")
                .flatMap(authorizer -> Resources.items(authorizer.inputs().path("identitySources")))
                .map(JsonNode::asText);
    }
}
