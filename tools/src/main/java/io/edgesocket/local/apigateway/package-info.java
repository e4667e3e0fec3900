/**
 * API Gateway's WebSocket APIs on localhost: the stages, as deployed, and {@code @connections}. A handshake comes
 * through the gateway's own port, or is handed over by CloudFront without a socket between.
 *
 * <p>Here are the sockets, and the way through a stage; {@code stage} has what a stage is made of, {@code integration}
 * the backends, {@code mapping} the expressions and templates.
 * <pre>{@code
 * try (var gateway = Gateway.start(stack, functions::byArn, journal, Clock.systemUTC(), address)) {
 *     gateway.connect(request).thenAccept(…);
 * }
 * }</pre>
 */
package io.edgesocket.local.apigateway;
