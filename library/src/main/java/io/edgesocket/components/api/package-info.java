/**
 * A WebSocket API of API Gateway: its routes, what they call, who may connect, its deployment and its stage. An
 * {@code OriginGuard} keeps clients from going around CloudFront.
 * <pre>{@code
 * var api = new WebSocketApi("chat", WebSocketApiArgs.builder()
 *         .route("$default", Route.to(new NewFunction("echo", echo)).replying())
 *         .build());
 * }</pre>
 */
package io.edgesocket.components.api;
