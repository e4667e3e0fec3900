package io.edgesocket.plan.diff;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import io.edgesocket.text.Printable;
import java.util.List;
import java.util.Set;

/**
 * Removed routes that clients can still reach. Pulumi deletes resources last, so the new deployment was made while the
 * routes still existed, and contains them.
 */
public record RemovedRoutes(PlanDiff diff) {
    private static final String ROUTE = "aws:apigatewayv2/route:Route";
    private static final String DEPLOYMENT = "aws:apigatewayv2/deployment:Deployment";
    public static final String NOTE =
            "A removed route is still served until the deployment after the next. To end that, follow up with:";

    /** A command for each API that removes its routes at once; empty if no API that stays loses a route. */
    public List<String> commands() {
        var apis = apisThatLoseRoutes();
        return diff.resources().stream()
                .filter(change ->
                        change instanceof Changed && change.resource().type().equals(DEPLOYMENT))
                .filter(change -> diff.isOneStack() && apis.contains(api(change)))
                .map(change -> "pulumi up --replace '" + Printable.of(urn(change)) + "'")
                .toList();
    }

    private Set<JsonNode> apisThatLoseRoutes() {
        return diff.resources().stream()
                .filter(change ->
                        change instanceof Deleted && change.resource().type().equals(ROUTE))
                .map(RemovedRoutes::api)
                .collect(toSet());
    }

    private static JsonNode api(ResourceChange change) {
        return change.resource().inputs().path("apiId");
    }

    /** With the stack's name, which URNs in a difference don't have. */
    private String urn(ResourceChange change) {
        return "urn:pulumi:" + diff.after().stack() + "::" + change.resource().urn();
    }
}
