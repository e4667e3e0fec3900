package io.edgesocket.probe.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.probe.Expected.PlainHttp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The distribution in a plan, the first if there are several, and its behavior for WebSockets. */
record PlannedDistribution(JsonNode inputs, List<PlannedResource> socketPolicies) {

    static Optional<PlannedDistribution> of(Plan plan) {
        var policies = Resources.of(plan, "aws:cloudfront/originRequestPolicy:OriginRequestPolicy")
                .filter(policy -> policy.inputs().toString().contains("Sec-WebSocket-Key"))
                .toList();
        return Resources.of(plan, "aws:cloudfront/distribution:Distribution")
                .findFirst()
                .map(distribution -> new PlannedDistribution(distribution.inputs(), policies));
    }

    boolean ipv6() {
        return inputs.path("isIpv6Enabled").asBoolean();
    }

    Optional<PlainHttp> plainHttp() {
        return switch (behavior().path("viewerProtocolPolicy").asText()) {
            case "https-only" -> Optional.of(PlainHttp.REFUSED);
            case "redirect-to-https" -> Optional.of(PlainHttp.REDIRECTED);
            case "allow-all" -> Optional.of(PlainHttp.ALLOWED);
            default -> Optional.empty();
        };
    }

    /** Of the origin behind the default behavior, without a scheme. */
    Optional<String> originAddress() {
        return origin().map(origin ->
                origin.path("domainName").asText() + origin.path("originPath").asText());
    }

    Optional<JsonNode> origin() {
        var id = behavior().path("targetOriginId").asText();
        return Resources.items(inputs.path("origins"))
                .filter(origin -> origin.path("originId").asText().equals(id))
                .findFirst();
    }

    /** Of further WebSocket APIs: {@code /orders} for the patterns {@code /orders} and {@code /orders/*}. */
    List<String> paths() {
        return ordered()
                .filter(this::isSocket)
                .map(behavior -> behavior.path("pathPattern").asText().replaceAll("/?\\*$", ""))
                .filter(path -> !path.isEmpty() && !path.contains("*") && !path.contains("?"))
                .distinct()
                .toList();
    }

    private JsonNode behavior() {
        return inputs.path("defaultCacheBehavior");
    }

    private Stream<JsonNode> ordered() {
        return Resources.items(inputs.path("orderedCacheBehaviors"));
    }

    private boolean isSocket(JsonNode behavior) {
        return socketPolicies.stream()
                .anyMatch(policy -> Resources.names(behavior.path("originRequestPolicyId"), policy));
    }
}
