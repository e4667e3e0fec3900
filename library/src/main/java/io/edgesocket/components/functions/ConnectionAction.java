package io.edgesocket.components.functions;

/**
 * What a function may do with the connections of its API and stage, at {@code @connections}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">Use
 *     &#64;connections commands in your backend service</a>
 */
public enum ConnectionAction {
    /** Send a message. */
    POST,
    /** Ask since when it is connected, and from where. */
    GET,
    /** Close it. */
    DELETE
}
