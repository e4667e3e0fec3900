package io.edgesocket.local.apigateway.integration;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the URI of an integration with a service of AWS calls.
 *
 * @param path   of the HTTP request, without a slash in front
 * @param action empty where the URI has a path instead
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html">uri of an integration</a>
 */
record ServiceCall(String region, String service, String path, String action) {
    private static final Pattern URI =
            Pattern.compile("arn:aws[a-z-]*:apigateway:([a-z0-9-]+):([A-Za-z0-9.-]+):(action|path)/(.*)");

    static Optional<ServiceCall> of(String uri) {
        var parts = URI.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var named = parts.group(4);
        return Optional.of(
                parts.group(3).equals("action")
                        ? new ServiceCall(parts.group(1), parts.group(2), "", named)
                        : new ServiceCall(parts.group(1), parts.group(2), named.replaceFirst("^/+", ""), ""));
    }

    /** Where AWS has it. */
    String url() {
        return "https://" + service + "." + region + ".amazonaws.com/" + path;
    }
}
