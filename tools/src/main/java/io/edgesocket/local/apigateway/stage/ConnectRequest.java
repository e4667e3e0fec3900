package io.edgesocket.local.apigateway.stage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What arrives at API Gateway when a client wants to connect.
 *
 * @param method  {@code GET} in a handshake
 * @param host    the host name that was asked for, without the port
 * @param path    as it was sent, percent-encoding included; starts with a slash
 * @param query   as it was sent, without the question mark; empty if there was none
 * @param headers in the order in which they came
 * @param peer    the IP address that is connected to API Gateway: CloudFront's, if the client came through CloudFront
 */
public record ConnectRequest(String method, String host, String path, String query, List<Header> headers, String peer) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    public ConnectRequest {
        headers = List.copyOf(headers);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).findFirst();
    }

    /** All values of a header, in their order. */
    public Stream<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value);
    }

    /** CloudFront's own id of the handshake, if it came through CloudFront. */
    public Optional<String> cloudFrontId() {
        return header("X-Amz-Cf-Id");
    }

    /** @throws GatewayErrorException if it is no opening handshake of a WebSocket */
    public void requireHandshake() {
        if (!method.equals("GET")
                || header("Upgrade").filter("websocket"::equalsIgnoreCase).isEmpty()) {
            throw new GatewayErrorException(
                    GatewayError.PLAIN_GET, "a " + method + " that doesn't ask for a WebSocket");
        }
        if (!header("Sec-WebSocket-Version").equals(Optional.of("13"))
                || header("Sec-WebSocket-Key")
                        .filter(key -> KEY.matcher(key).matches())
                        .isEmpty()) {
            throw new GatewayErrorException(
                    GatewayError.BAD_HANDSHAKE,
                    "Sec-WebSocket-Version: 13 or a Sec-WebSocket-Key of 16 bytes is missing");
        }
    }
}
