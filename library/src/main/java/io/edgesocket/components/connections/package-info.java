/**
 * The table of a WebSocket API's connections, for functions that send to all of them.
 * <pre>{@code
 * var connections = new ConnectionTable("connections");
 * WebSocketApiArgs.builder()
 *         .route("$connect", Route.to(connections.handler()))
 *         .route("$disconnect", Route.to(connections.handler()))…
 * }</pre>
 */
package io.edgesocket.components.connections;
