package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Map;
import java.util.Set;

/** Says what of CloudFront has no effect here; an argument that nobody has thought of is among it. */
final class Unplayed {
    private static final Set<String> PLAYED = Set.of(
            "aliases",
            "comment",
            "defaultCacheBehavior",
            "enabled",
            "orderedCacheBehaviors",
            "origins",
            "originGroups",
            "tags",
            "viewerCertificate");
    private static final Map<String, String> REASONS = Map.of(
            "httpVersion", "HTTP/1.1, which is what a WebSocket takes",
            "isIpv6Enabled", "the address that it binds to decides",
            "priceClass", "there is one location: yours",
            "webAclId", "the web ACL lets everything pass",
            "loggingConfig", "no log is written to the bucket",
            "restrictions", "every country may connect",
            "customErrorResponses", "errors are shown as they are",
            "defaultRootObject", "the path / goes to the origin as it is");
    private static final Set<String> PLAYED_OF_BEHAVIOR = Set.of(
            "allowedMethods",
            "cachedMethods",
            "cachePolicyId",
            "forwardedValues",
            "functionAssociations",
            "lambdaFunctionAssociations",
            "originRequestPolicyId",
            "pathPattern",
            "targetOriginId",
            "viewerProtocolPolicy");
    private static final Set<String> PLAYED_OF_ORIGIN = Set.of(
            "connectionAttempts",
            "connectionTimeout",
            "customHeaders",
            "customOriginConfig",
            "domainName",
            "originId",
            "originPath");
    private static final Set<String> PLAYED_TYPES = Set.of(
            "aws:cloudfront/distribution:Distribution",
            "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
            "aws:cloudfront/cachePolicy:CachePolicy",
            "aws:cloudfront/function:Function");
    private static final Set<String> NO_RESTRICTION = Set.of("", "none");

    private Unplayed() {}

    static void tell(PlayedResource distribution, NotPlayedLines notPlayed) {
        var name = distribution.name();
        var inputs = distribution.inputs();
        notPlayed.add(name, "TLS: a connection to localhost counts as one with it");
        if (!inputs.path("aliases").isEmpty()) {
            notPlayed.add(
                    name,
                    "DNS of " + String.join(", ", Texts.of(inputs.path("aliases")))
                            + ": a request with such a Host header is for this distribution");
        }
        if (!inputs.path("enabled").asBoolean(true)) {
            notPlayed.add(name, "enabled: false: AWS would serve nothing");
        }
        tell(name, "", inputs, PLAYED, notPlayed);
        tell(name, "defaultCacheBehavior.", inputs.path("defaultCacheBehavior"), PLAYED_OF_BEHAVIOR, notPlayed);
        inputs.path("orderedCacheBehaviors")
                .forEach(behavior -> tell(name, "orderedCacheBehaviors.", behavior, PLAYED_OF_BEHAVIOR, notPlayed));
        inputs.path("origins").forEach(origin -> tell(name, "origins.", origin, PLAYED_OF_ORIGIN, notPlayed));
    }

    /** Of CloudFront's other resources none has an effect here. */
    static void tellOfOthers(PlayedStack stack, NotPlayedLines notPlayed) {
        stack.resources().stream()
                .filter(Edge::isOfCloudFront)
                .filter(resource ->
                        !PLAYED_TYPES.contains(resource.type()) && !KeyValueStores.PLAYED.contains(resource.type()))
                .forEach(resource -> notPlayed.add(resource.name(), resource.type() + " has no effect here"));
    }

    private static void tell(String name, String place, JsonNode inputs, Set<String> played, NotPlayedLines notPlayed) {
        inputs.properties().stream()
                .filter(input -> !played.contains(input.getKey()) && hasEffect(input.getKey(), input.getValue()))
                .forEach(input -> notPlayed.add(
                        name,
                        place + input.getKey() + ": " + REASONS.getOrDefault(input.getKey(), "has no effect here")));
    }

    private static boolean hasEffect(String input, JsonNode value) {
        if (input.equals("restrictions")) {
            return !NO_RESTRICTION.contains(
                    value.path("geoRestriction").path("restrictionType").asText(""));
        }
        return value.isContainerNode()
                ? !value.isEmpty()
                : !value.asText().isEmpty() && !value.asText().equals("false");
    }
}
