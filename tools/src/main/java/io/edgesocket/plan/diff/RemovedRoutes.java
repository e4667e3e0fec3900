package io.edgesocket.plan.diff;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.diff.ResourceChange.Changed;
import io.edgesocket.plan.diff.ResourceChange.Deleted;
import io.edgesocket.text.Printable;
import java.util.List;
import java.util.Set;

/**
 * Routes that clients can still reach after they are removed: Pulumi deletes when all else is done, so the deployment
 * that replaces the old one has copied them once more.
 */
public record RemovedRoutes(PlanDiff diff) {
    private static final String ROUTE = "aws:apigatewayv2/route:Route";
    private static final String DEPLOYMENT = "aws:apigatewayv2/deployment:Deployment";
    public static final String NOTE =
            "A removed route is still served until the deployment after the next. To end that, follow up with:";

    /** What ends it, a command for each API; empty if no route is removed from an API that stays. */
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

    /** With the stack, which a difference leaves out. */
    private String urn(ResourceChange change) {
        return "urn:pulumi:" + diff.after().stack() + "::" + change.resource().urn();
    }
}
