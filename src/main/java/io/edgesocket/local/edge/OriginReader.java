package io.edgesocket.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the origins of a distribution. */
final class OriginReader {
    private final Map<String, OriginTarget> origins = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    OriginReader(JsonNode distribution) {
        distribution.path("origins").forEach(origin -> origins.put(origin.path("originId").asText(), target(origin)));
        distribution.path("originGroups").forEach(group ->
                groups.put(group.path("originId").asText(), group.path("members").path(0).path("originId").asText()));
    }

    /** @param id an origin's, or that of a group of them, whose first is meant then */
    Optional<OriginTarget> byId(String id) {
        return Optional.ofNullable(origins.get(groups.getOrDefault(id, id)));
    }

    private static OriginTarget target(JsonNode origin) {
        var custom = origin.path("customOriginConfig");
        var https = !custom.path("originProtocolPolicy").asText().equals("http-only");
        return new OriginTarget(
                origin.path("originId").asText(), origin.path("domainName").asText(),
                origin.path("originPath").asText(""),
                https, https ? custom.path("httpsPort").asInt(443) : custom.path("httpPort").asInt(80),
                customHeaders(origin),
                seconds(custom, "originReadTimeout", 30), seconds(custom, "originKeepaliveTimeout", 5),
                seconds(origin, "connectionTimeout", 10), origin.path("connectionAttempts").asInt(3));
    }

    private static Map<String, String> customHeaders(JsonNode origin) {
        var headers = new LinkedHashMap<String, String>();
        origin.path("customHeaders").forEach(header ->
                headers.put(header.path("name").asText(), header.path("value").asText()));
        return headers;
    }

    private static Duration seconds(JsonNode parent, String name, int byDefault) {
        return Duration.ofSeconds(parent.path(name).asInt(byDefault));
    }
}
