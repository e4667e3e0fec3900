package io.edgesocket.components.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line in CloudWatch Logs for each connection and each message; never what is in a message.
 * <p>
 * AWS refuses them with "CloudWatch Logs role ARN must be set in account settings to enable logging" until the account
 * has that role, which {@link ApiGatewayAccount} makes. It is one for all APIs of a region.
 *
 * @param retentionDays how long a line is kept: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
 *                      1827, 2192, 2557, 2922, 3288 or 3653 days
 * @param format        one line of at most {@value ApiGatewayLimits#ACCESS_LOG_FORMAT_MAX_BYTES} bytes, with
 *                      {@code $context.requestId} or {@code $context.extendedRequestId} in it
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html">Logging</a>
 */
public record AccessLogs(int retentionDays, String format) {
    /**
     * A JSON object with who, what, when, and what became of it; {@code integration.requestId} is the id under which the
     * function logs the call. What a client sent isn't in it: neither its messages nor its query string, in which tokens
     * travel.
     * <p>
     * Every value is in quotes: what has none is a bare {@code -}. So the error is {@code $context.error.message}, whose
     * texts are API Gateway's own, and not {@code messageString}, which has quotes only where there is an error.
     */
    public static final String JSON = Stream.of(
                    "requestId",
                    "extendedRequestId",
                    "requestTime",
                    "eventType",
                    "routeKey",
                    "connectionId",
                    "messageId",
                    "identity.sourceIp",
                    "status",
                    "authorizer.error",
                    "authorizer.status",
                    "authorizer.latency",
                    "integration.requestId",
                    "integration.status",
                    "integration.latency",
                    "integration.error",
                    "error.message")
            .map(variable -> "\"" + variable + "\":\"$context." + variable + "\"")
            .collect(Collectors.joining(",", "{", "}"));

    /** Access logs in {@link #JSON}. */
    public static AccessLogs keptForDays(int retentionDays) {
        return new AccessLogs(retentionDays, JSON);
    }

    /** The same, with lines of another format. */
    public AccessLogs format(String changed) {
        return new AccessLogs(retentionDays, changed);
    }
}
