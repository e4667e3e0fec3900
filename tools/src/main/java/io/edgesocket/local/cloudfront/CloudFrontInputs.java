package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.IgnoredInputs;
import io.edgesocket.local.stack.IgnoredInputs.Played;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which inputs of CloudFront's resources are played. */
final class CloudFrontInputs {
    private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
    private static final Set<String> OF_DISTRIBUTION = Set.of(
            "aliases",
            "comment",
            "defaultCacheBehavior",
            "defaultRootObject",
            "enabled",
            "orderedCacheBehaviors",
            "origins",
            "originGroups",
            "tags",
            "viewerCertificate");
    private static final Set<String> OF_BEHAVIOR = Set.of(
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
    private static final Set<String> OF_ORIGIN = Set.of(
            "connectionAttempts",
            "connectionTimeout",
            "customHeaders",
            "customOriginConfig",
            "domainName",
            "originAccessControlId",
            "originId",
            "originPath");

    private static final IgnoredInputs IGNORED = new IgnoredInputs(
            List.of(
                    new Played(DISTRIBUTION, "", OF_DISTRIBUTION),
                    new Played(DISTRIBUTION, "defaultCacheBehavior", OF_BEHAVIOR),
                    new Played(DISTRIBUTION, "orderedCacheBehaviors", OF_BEHAVIOR),
                    new Played(DISTRIBUTION, "origins", OF_ORIGIN)),
            Map.of(
                    "httpVersion", "HTTP/1.1, which is what a WebSocket takes",
                    "isIpv6Enabled", "the address that it binds to decides",
                    "priceClass", "there is one location: yours",
                    "webAclId", "the web ACL lets everything pass",
                    "loggingConfig", "no log is written to the bucket",
                    "restrictions", "every country may connect",
                    "customErrorResponses", "errors are shown as they are",
                    "compress", "answers are sent as the origin sends them",
                    "responseHeadersPolicyId",
                            "no header is added to answers: on localhost, HSTS would outlast the run"),
            CloudFrontInputs::isAbsent);

    private static final Set<String> PLAYED_TYPES = Set.of(
            DISTRIBUTION,
            "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
            "aws:cloudfront/cachePolicy:CachePolicy",
            "aws:cloudfront/originAccessControl:OriginAccessControl",
            "aws:cloudfront/function:Function");
    /** Values that change nothing. */
    private static final Set<String> NOTHING = Set.of("", "false");

    private static final Set<String> NO_RESTRICTION = Set.of("", "none");

    private CloudFrontInputs() {}

    private static boolean isAbsent(String input, JsonNode value) {
        return input.equals("restrictions")
                ? NO_RESTRICTION.contains(
                        value.path("geoRestriction").path("restrictionType").asText(""))
                : IgnoredInputs.isEmpty(value, NOTHING);
    }

    /** Tells what of a distribution has no effect here. */
    static void tell(PlayedResource distribution, NotPlayedLines notPlayed) {
        var name = distribution.name();
        var inputs = distribution.inputs();
        notPlayed.add(name, "TLS: a connection to localhost counts as one with it");
        if (!inputs.path("aliases").isEmpty()) {
            notPlayed.add(
                    name,
                    "DNS of " + String.join(", ", DistributionReader.texts(inputs.path("aliases")))
                            + ": a request with such a Host header is for this distribution");
        }
        if (!inputs.path("enabled").asBoolean(true)) {
            notPlayed.add(name, "enabled: false: AWS would serve nothing");
        }
        IGNORED.of(distribution).forEach(text -> notPlayed.add(name, text));
    }

    /** Of CloudFront's other resources none has an effect here. */
    static void tellOfOthers(PlayedStack stack, NotPlayedLines notPlayed) {
        stack.resources().stream()
                .filter(Edge::isOfCloudFront)
                .filter(resource ->
                        !PLAYED_TYPES.contains(resource.type()) && !KeyValueStores.PLAYED.contains(resource.type()))
                .forEach(resource -> notPlayed.add(resource.name(), resource.type() + " has no effect here"));
    }
}
