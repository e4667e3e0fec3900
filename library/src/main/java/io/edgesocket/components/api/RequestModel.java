package io.edgesocket.components.api;

/**
 * What a message must look like: API Gateway answers "Bad request body" to any other, and doesn't call the integration.
 *
 * @param name   unique among the models of the API: at most {@value ApiGatewayLimits#MODEL_NAME_MAX} letters and digits
 * @param schema a JSON schema, draft 4, of at most {@value ApiGatewayLimits#TEMPLATE_MAX} characters
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html">Request
 *     validation</a>
 */
public record RequestModel(String name, String schema) {}
