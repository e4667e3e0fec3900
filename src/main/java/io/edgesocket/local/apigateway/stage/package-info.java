/**
 * A stage with what its deployment froze, and one handshake, message or end of a connection on its way through one of
 * its routes: what it holds, what expressions may ask of it, and how it may be refused.
 */
package io.edgesocket.local.apigateway.stage;
