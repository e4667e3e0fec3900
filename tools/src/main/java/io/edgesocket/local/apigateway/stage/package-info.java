/**
 * A stage as deployed, and one handshake, message or end of a connection on one of its routes. Here are also the variables
 * that expressions read from these, and the errors with which API Gateway refuses them.
 * <pre>{@code
 * stage.routeFor(stage.routeKeyOf(message)).orElseThrow().call(exchange);
 * }</pre>
 */
package io.edgesocket.local.apigateway.stage;
