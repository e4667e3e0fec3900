/**
 * HTTP/1.1 and WebSocket frames over a socket of one's own, so that what comes is seen as it came: clients of libraries
 * hide the headers of a 101, refuse a wrong one with an exception, and put frames together.
 *
 * <pre>{@code
 * try (var connection = client.open(URI.create("wss://chat.example.com"))) {
 *     var answer = connection.exchange(Handshake.of(address).request());
 * }
 * }</pre>
 */
package io.edgesocket.probe.wire;
