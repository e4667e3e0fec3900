package io.edgesocket.components.functions;

/**
 * A Lambda function described, not yet made: the API makes one for each name, however many routes lead to it. It must
 * come after the API, because it is given the API's address and the right to answer on its connections, and before the
 * routes, which name it.
 * <p>
 * A function with a route finds the address in {@code AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI}, where every AWS SDK
 * looks, so a handler can post to a connection with no endpoint in its code.
 *
 * @param name unique among the functions of the API: letters, digits, {@code -} and {@code _}
 * @param args its code, memory, rights …
 */
public record NewFunction(String name, LambdaFunctionArgs args) implements FunctionTarget {}
