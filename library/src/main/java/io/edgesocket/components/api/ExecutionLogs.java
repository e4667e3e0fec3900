package io.edgesocket.components.api;

/**
 * What API Gateway writes to CloudWatch Logs of its own work on a request: of an authorizer, a mapping, a call of an
 * integration. Whole messages are never among it: AWS calls that data trace, and it stays off.
 * <p>
 * API Gateway makes the log group itself, and nothing in it is ever deleted. Like {@link AccessLogs} it needs the
 * account's {@linkplain ApiGatewayAccount role}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html">loggingLevel</a>
 */
public enum ExecutionLogs {
    OFF,
    ERROR,
    INFO;

    /** As API Gateway writes it. */
    String loggingLevel() {
        return name();
    }
}
