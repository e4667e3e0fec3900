package io.edgesocket.local.cloudfront;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a behavior forwards: by its origin request policy and its cache key, or by the older {@code
 * forwardedValues}.
 */
final class PolicyReader {
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String CLOUDFRONT_HEADER = "cloudfront-";

    private final PlayedStack stack;
    private final NotPlayedLines notPlayed;

    PolicyReader(PlayedStack stack, NotPlayedLines notPlayed) {
        this.stack = stack;
        this.notPlayed = notPlayed;
    }

    OriginRequestPolicy read(String distribution, JsonNode behavior) {
        if (behavior.hasNonNull("forwardedValues")) {
            return forwardedValues(behavior.path("forwardedValues"));
        }
        return originRequestPolicy(
                        distribution, behavior.path("originRequestPolicyId").asText(""))
                .or(cacheKey(distribution, behavior.path("cachePolicyId").asText("")));
    }

    private OriginRequestPolicy originRequestPolicy(String distribution, String id) {
        if (id.isEmpty()) {
            return OriginRequestPolicy.NONE;
        }
        return byId("aws:cloudfront/originRequestPolicy:OriginRequestPolicy", id)
                .map(policy -> policy(policy.name(), policy.inputs()))
                .or(() -> ManagedPolicies.originRequest(id))
                .orElseGet(() -> {
                    notPlayed.add(
                            distribution,
                            "the origin request policy " + id
                                    + " is not of this stack: nothing is forwarded through it");
                    return OriginRequestPolicy.NONE;
                });
    }

    private OriginRequestPolicy cacheKey(String distribution, String id) {
        if (!id.isEmpty() && !id.equals(CACHING_DISABLED)) {
            notPlayed.add(distribution, "caching: every request goes to the origin");
        }
        return byId("aws:cloudfront/cachePolicy:CachePolicy", id)
                .map(policy -> policy(policy.name(), policy.inputs().path("parametersInCacheKeyAndForwardedToOrigin")))
                .orElse(OriginRequestPolicy.NONE);
    }

    private Optional<PlayedResource> byId(String type, String id) {
        return stack.ofType(type).filter(policy -> policy.id().equals(id)).findFirst();
    }

    private OriginRequestPolicy policy(String name, JsonNode config) {
        var headers = config.path("headersConfig");
        var cookies = config.path("cookiesConfig");
        var queryStrings = config.path("queryStringsConfig");
        return headers(
                name,
                headers.path("headerBehavior").asText("none"),
                items(headers.path("headers").path("items")),
                new Selected(
                        cookies.path("cookieBehavior").asText("none"),
                        items(cookies.path("cookies").path("items"))),
                new Selected(
                        queryStrings.path("queryStringBehavior").asText("none"),
                        items(queryStrings.path("queryStrings").path("items"))));
    }

    private OriginRequestPolicy forwardedValues(JsonNode values) {
        var headers = items(values.path("headers"));
        var cookies = values.path("cookies");
        return headers(
                "forwardedValues",
                headers.contains("*") ? "allViewer" : "whitelist",
                headers,
                new Selected(cookies.path("forward").asText("none"), items(cookies.path("whitelistedNames"))),
                new Selected(values.path("queryString").asBoolean() ? "all" : "none", Set.of()));
    }

    private OriginRequestPolicy headers(
            String name, String behavior, Set<String> items, Selected cookies, Selected queryStrings) {
        var names = items.stream().map(item -> item.toLowerCase(Locale.ROOT)).collect(toSet());
        var made = behavior.startsWith("allExcept")
                ? Set.<String>of()
                : names.stream()
                        .filter(header -> header.startsWith(CLOUDFRONT_HEADER))
                        .collect(toSet());
        made.stream()
                .filter(header -> !CloudFrontHeaders.PLAYED.contains(header))
                .sorted()
                .forEach(header -> notPlayed.add(
                        name, "the header " + header + " can't be known here: a client may send it, and is believed"));
        return new OriginRequestPolicy(
                name,
                Selection.of(behavior, names),
                made,
                Selection.of(cookies.behavior(), cookies.names()),
                Selection.of(queryStrings.behavior(), queryStrings.names()));
    }

    private static Set<String> items(JsonNode items) {
        return Set.copyOf(DistributionReader.texts(items));
    }

    private record Selected(String behavior, Set<String> names) {}
}
