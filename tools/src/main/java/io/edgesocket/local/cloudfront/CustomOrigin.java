package io.edgesocket.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The origin in an origin-request event: a function may send the request elsewhere by changing it. */
final class CustomOrigin {
    /** No colon, and not four numbers. */
    private static final String DOMAIN_NAME = "(?!\\d+(\\.\\d+){3}$)[^:/]{1,253}";

    private CustomOrigin() {}

    static ObjectNode json(OriginTarget origin) {
        var custom = JsonNodeFactory.instance.objectNode();
        var headers = custom.putObject("customHeaders");
        origin.headers()
                .forEach((name, value) -> headers.putArray(name.toLowerCase(Locale.ROOT))
                        .addObject()
                        .put("key", name)
                        .put("value", value));
        custom.put("domainName", origin.domainName());
        if (origin.bucket().isPresent()) {
            return custom.put("path", origin.path()).put("authMethod", "none");
        }
        custom.put("keepaliveTimeout", origin.keepAlive().toSeconds())
                .put("path", origin.path())
                .put("port", origin.port())
                .put("protocol", origin.https() ? "https" : "http")
                .put("readTimeout", origin.readTimeout().toSeconds())
                .putArray("sslProtocols")
                .add("TLSv1.2");
        return custom;
    }

    /** @throws InvalidResultException if it is nothing that CloudFront could connect to */
    static OriginTarget read(OriginTarget before, JsonNode request) throws InvalidResultException {
        var custom = request.path("origin").path("custom");
        if (custom.isMissingNode()) {
            return before.bucket().isPresent()
                    ? before.path(path(request.path("origin").path("s3")))
                    : before;
        }
        var path = path(custom);
        if (!custom.path("domainName").asText("").matches(DOMAIN_NAME)) {
            throw new InvalidResultException(
                    "the origin's domainName is " + custom.path("domainName"),
                    "a name of at most 253 characters: no scheme, no port, no IPv4 address");
        }
        checkNotTwice(custom.path("customHeaders"), request.path("headers"));
        return new OriginTarget(
                before.id(),
                custom.path("domainName").asText(),
                path,
                custom.path("protocol").asText("https").equals("https"),
                custom.path("port").asInt(before.port()),
                headers(custom.path("customHeaders")),
                Duration.ofSeconds(
                        custom.path("readTimeout").asLong(before.readTimeout().toSeconds())),
                before.keepAlive(),
                before.connectionTimeout(),
                before.attempts(),
                Optional.empty());
    }

    private static String path(JsonNode origin) throws InvalidResultException {
        var path = origin.path("path").asText("");
        if (!path.isEmpty() && (!path.startsWith("/") || path.endsWith("/"))) {
            throw new InvalidResultException(
                    "the origin's path is \"" + path + "\"", "start it with a slash, and end it with none");
        }
        return path;
    }

    private static void checkNotTwice(JsonNode custom, JsonNode viewers) throws InvalidResultException {
        for (var header : custom.properties()) {
            if (viewers.has(header.getKey())) {
                throw new InvalidResultException(
                        "the header " + header.getKey() + " is among the request's and the origin's",
                        "set it in one of them");
            }
        }
    }

    private static Map<String, String> headers(JsonNode byName) throws InvalidResultException {
        var headers = new LinkedHashMap<String, String>();
        KeyValues.read(byName).forEach(header -> headers.put(header.getName(), header.getValue()));
        return headers;
    }
}
