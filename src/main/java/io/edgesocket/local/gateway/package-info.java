/**
 * API Gateway's WebSocket APIs on localhost: the stages, as deployed, and {@code @connections}. A handshake comes
 * through the gateway's own port, or is handed over by the edge without a socket between.
 * <pre>{@code
 * try (var gateway = Gateway.start(stack, functions::byArn, journal, Clock.systemUTC(), address)) {
 *     gateway.connect(request).thenAccept(…);
 * }
 * }</pre>
 */
package io.edgesocket.local.gateway;
