package io.edgesocket.local.apigateway.stage;

import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources of an API that a deployment contains: those that must be made before it, through {@code dependsOn} or
 * because its inputs name them. Any other route may be made after the deployment, and is not served then.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-deployment.html">Deploy
 *      WebSocket APIs</a>
 */
public record Deployed(List<PlayedResource> resources) {

    /** Empty if nothing is deployed on the stage. One that deploys by itself serves all of its API. */
    public static Optional<Deployed> on(PlayedResource stage, PlayedStack stack) {
        if (stage.inputs().path("autoDeploy").asBoolean(false)) {
            return Optional.of(new Deployed(stack.resources()).of(stage.text("apiId")));
        }
        return stack.ofType("aws:apigatewayv2/deployment:Deployment")
                .filter(deployment -> deployment.id().equals(stage.text("deploymentId")))
                .findFirst()
                .map(deployment -> reached(deployment, stack).of(stage.text("apiId")));
    }

    private static Deployed reached(PlayedResource deployment, PlayedStack stack) {
        var byUrn = stack.resources().stream().collect(Collectors.toMap(PlayedResource::urn, Function.identity()));
        var urns = reach(deployment, byUrn);
        return new Deployed(stack.resources().stream()
                .filter(resource -> urns.contains(resource.urn()))
                .toList());
    }

    private static Set<String> reach(PlayedResource from, Map<String, PlayedResource> byUrn) {
        var reached = new HashSet<String>();
        var next = new ArrayDeque<>(from.dependencies());
        while (!next.isEmpty()) {
            var urn = next.pop();
            if (reached.add(urn) && byUrn.containsKey(urn)) {
                next.addAll(byUrn.get(urn).dependencies());
            }
        }
        return reached;
    }

    private Deployed of(String apiId) {
        return new Deployed(resources.stream()
                .filter(resource -> resource.text("apiId").equals(apiId))
                .toList());
    }

    /** @param type without {@code aws:apigatewayv2/}, such as {@code route:Route} */
    public Stream<PlayedResource> ofType(String type) {
        return resources.stream().filter(resource -> resource.type().equals("aws:apigatewayv2/" + type));
    }
}
