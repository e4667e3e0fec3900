/**
 * CloudFront in front of WebSocket APIs: the distribution, its origins, paths, edge code and logs. It compares what
 * {@code $connect} of an API asks for with what it forwards.
 * <pre>{@code
 * var cdn = new WebSocketCdn("cdn", WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
 * }</pre>
 */
package io.edgesocket.components.cdn;
