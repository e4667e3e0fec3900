package io.edgesocket.probe.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.cloudfront.PathPattern;
import io.edgesocket.plan.Plan;
import io.edgesocket.plan.Plan.PlannedResource;
import io.edgesocket.probe.Expected.PlainHttp;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The distribution in a plan, the first if there are several.
 *
 * @param path of the address that is looked at: it decides the behavior
 */
record PlannedDistribution(JsonNode inputs, List<PlannedResource> socketPolicies, String path) {
    private static final String ROOT = "/";

    /** @param address of a WebSocket behind it */
    static Optional<PlannedDistribution> of(Plan plan, URI address) {
        var policies = Resources.of(plan, "aws:cloudfront/originRequestPolicy:OriginRequestPolicy")
                .filter(policy -> policy.inputs().toString().contains("Sec-WebSocket-Key"))
                .toList();
        var path = Optional.ofNullable(address.getRawPath())
                .filter(text -> !text.isEmpty())
                .orElse(ROOT);
        return Resources.of(plan, Resources.DISTRIBUTION)
                .findFirst()
                .map(distribution -> new PlannedDistribution(distribution.inputs(), policies, path));
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

    /** Of the origin behind the address, without a scheme. */
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

    /** Of other WebSocket APIs: {@code /orders} for the patterns {@code /orders} and {@code /orders/*}. */
    List<String> paths() {
        return ordered()
                .filter(this::isSocket)
                .map(behavior -> behavior.path("pathPattern").asText().replaceAll("/?\\*$", ""))
                .filter(other -> !other.isEmpty() && !other.contains("*") && !other.contains("?"))
                .filter(other -> !other.equals(path.replaceAll("/+$", "")))
                .distinct()
                .toList();
    }

    /** The first whose pattern the path matches, as CloudFront chooses it, or else the default one. */
    private JsonNode behavior() {
        return ordered()
                .filter(behavior ->
                        PathPattern.of(behavior.path("pathPattern").asText()).matches(path))
                .findFirst()
                .orElse(inputs.path("defaultCacheBehavior"));
    }

    private Stream<JsonNode> ordered() {
        return Resources.items(inputs.path("orderedCacheBehaviors"));
    }

    private boolean isSocket(JsonNode behavior) {
        return socketPolicies.stream()
                .anyMatch(policy -> Resources.names(behavior.path("originRequestPolicyId"), policy));
    }
}
