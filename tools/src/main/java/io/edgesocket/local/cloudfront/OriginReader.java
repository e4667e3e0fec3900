package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.s3.Bucket;
import io.edgesocket.local.s3.Buckets;
import io.edgesocket.local.stack.PlayedResource;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the origins of a distribution. */
final class OriginReader {
    private final Map<String, OriginTarget> origins = new HashMap<>();
    private final Map<String, JsonNode> groups = new HashMap<>();
    private final Set<String> names = new TreeSet<>();

    /** @param addresses what is called in the place of an origin, by its id or its domain name */
    OriginReader(PlayedResource resource, Buckets buckets, Map<String, URI> addresses) {
        var distribution = resource.inputs();
        distribution.path("origins").forEach(origin -> {
            var target = target(origin, bucket(origin, buckets, resource));
            origins.put(
                    target.id(),
                    Optional.ofNullable(addresses.get(target.id()))
                            .or(() -> Optional.ofNullable(addresses.get(target.domainName())))
                            .map(target::at)
                            .orElse(target));
            names.add(target.id());
            names.add(target.domainName());
        });
        distribution
                .path("originGroups")
                .forEach(group -> groups.put(group.path("originId").asText(), group));
    }

    private static Optional<Bucket> bucket(JsonNode origin, Buckets buckets, PlayedResource distribution) {
        return origin.hasNonNull("customOriginConfig")
                ? Optional.empty()
                : buckets.of(origin.path("domainName").asText(), distribution);
    }

    /** The ids and domain names of all origins. */
    Set<String> names() {
        return names;
    }

    /** The ids that a behavior may name. */
    List<String> ids() {
        return Stream.concat(origins.keySet().stream(), groups.keySet().stream())
                .sorted()
                .toList();
    }

    /** @param id an origin's, or that of a group of them, whose first is meant then */
    Optional<OriginTarget> byId(String id) {
        return Optional.ofNullable(origins.get(groups.containsKey(id) ? member(id, 0) : id));
    }

    /** Empty if it is no group's id. */
    Optional<Failover> failover(String id) {
        return Optional.ofNullable(groups.containsKey(id) ? origins.get(member(id, 1)) : null)
                .map(secondary -> new Failover(secondary, statuses(groups.get(id))));
    }

    private String member(String group, int index) {
        return groups.get(group).path("members").path(index).path("originId").asText();
    }

    private static Set<Integer> statuses(JsonNode group) {
        var statuses = new HashSet<Integer>();
        group.path("failoverCriteria").path("statusCodes").forEach(status -> statuses.add(status.asInt()));
        return statuses;
    }

    private static OriginTarget target(JsonNode origin, Optional<Bucket> bucket) {
        var custom = origin.path("customOriginConfig");
        var https = !custom.path("originProtocolPolicy").asText().equals("http-only");
        return new OriginTarget(
                origin.path("originId").asText(),
                origin.path("domainName").asText(),
                origin.path("originPath").asText(""),
                https,
                https
                        ? custom.path("httpsPort").asInt(443)
                        : custom.path("httpPort").asInt(80),
                customHeaders(origin),
                seconds(custom, "originReadTimeout", 30),
                seconds(custom, "originKeepaliveTimeout", 5),
                seconds(origin, "connectionTimeout", 10),
                origin.path("connectionAttempts").asInt(3),
                bucket);
    }

    private static Map<String, String> customHeaders(JsonNode origin) {
        var headers = new LinkedHashMap<String, String>();
        origin.path("customHeaders")
                .forEach(header -> headers.put(
                        header.path("name").asText(), header.path("value").asText()));
        return headers;
    }

    private static Duration seconds(JsonNode parent, String name, int byDefault) {
        return Duration.ofSeconds(parent.path(name).asInt(byDefault));
    }
}
