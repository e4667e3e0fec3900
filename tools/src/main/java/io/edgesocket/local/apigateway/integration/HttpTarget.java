package io.edgesocket.local.apigateway.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.edgesocket.local.apigateway.mapping.SelectionExpression;
import io.edgesocket.local.apigateway.mapping.Variables;
import io.edgesocket.local.apigateway.stage.GatewayError;
import io.edgesocket.local.apigateway.stage.GatewayErrorException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an HTTP integration sends its requests, and what its request parameters put into them.
 *
 * @param text       the URI, in which {@code ${stageVariables.x}} and {@code {part}} may stand
 * @param parameters by place: {@code header.X}, {@code querystring.X}, {@code path.X}
 * @param standIn    stands for the URI's scheme, host and port, which are in a VPC
 */
record HttpTarget(String method, String text, Duration timeout, Map<String, String> parameters, Optional<URI> standIn) {
    private static final String PLACE = "integration.request.";

    static HttpTarget of(JsonNode integration, Duration timeout, Optional<URI> standIn) {
        var parameters = new LinkedHashMap<String, String>();
        integration
                .path("requestParameters")
                .properties()
                .forEach(entry -> parameters.put(
                        entry.getKey().replaceFirst("^" + PLACE, ""),
                        entry.getValue().asText()));
        var method = integration.path("integrationMethod").asText("POST");
        return new HttpTarget(
                method.equals("ANY") ? "POST" : method,
                integration.path("integrationUri").asText(),
                timeout,
                parameters,
                standIn);
    }

    URI uri(Variables variables) {
        var uri = text.contains("$") ? SelectionExpression.parse(text).evaluate(variables) : text;
        for (var part : values("path.", variables).entrySet()) {
            uri = uri.replace("{" + part.getKey() + "}", encoded(part.getValue()));
        }
        var query = values("querystring.", variables).entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        try {
            return reached(URI.create(query.isEmpty() ? uri : uri + (uri.contains("?") ? "&" : "?") + query));
        } catch (IllegalArgumentException wrong) {
            throw new GatewayErrorException(GatewayError.BAD_INTEGRATION, "integrationUri " + text + " is no URI");
        }
    }

    private URI reached(URI uri) {
        return standIn.map(there -> URI.create(there.getScheme() + "://" + there.getAuthority() + uri.getRawPath()
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())))
                .orElse(uri);
    }

    Map<String, String> headers(Variables variables) {
        return values("header.", variables);
    }

    /** What has no value in this request is left out. */
    private Map<String, String> values(String place, Variables variables) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((key, source) -> {
            if (key.startsWith(place)) {
                value(source, variables).ifPresent(value -> values.put(key.substring(place.length()), value));
            }
        });
        return values;
    }

    private static Optional<String> value(String source, Variables variables) {
        return source.length() > 1 && source.startsWith("'") && source.endsWith("'")
                ? Optional.of(source.substring(1, source.length() - 1))
                : variables.value(source);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
