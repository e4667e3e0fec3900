/**
 * A WebSocket API of API Gateway: its routes, what they call, its deployment and its stage. Who may connect is in
 * {@code authorization}.
 * <pre>{@code
 * var api = new WebSocketApi("chat", WebSocketApiArgs.builder()
 *         .route("$default", Route.to(new NewFunction("echo", echo)).replying())
 *         .build());
 * }</pre>
 */
package io.edgesocket.components.api;
