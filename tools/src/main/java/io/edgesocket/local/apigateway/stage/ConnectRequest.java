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
    /** What AWS calls unsupported in a query string, unless it is percent-encoded. Browsers send it as it is. */
    private static final Pattern RAW = Pattern.compile("[|{}]");
    /** Characters of the whole URL. */
    private static final int URL_MAX = 4_096;

    public ConnectRequest {
        headers = List.copyOf(headers);
    }

    /** Path and query, as they stand in a request line. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
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

    /**
     * @throws GatewayErrorException if API Gateway doesn't look further, because of how the URL is written
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html">Important
     *      notes</a>
     */
    public void requireUrl() {
        var length = "wss://".length() + host.length() + path.length() + (query.isEmpty() ? 0 : 1 + query.length());
        if (length > URL_MAX) {
            throw new GatewayErrorException(GatewayError.LONG_URL, "the URL has " + length + " characters");
        }
        var raw = RAW.matcher(query);
        if (raw.find()) {
            throw new GatewayErrorException(
                    GatewayError.RAW_QUERY, "the query string has a " + raw.group() + " that is not percent-encoded");
        }
    }

    /** @throws GatewayErrorException if it is no opening handshake of a WebSocket */
    public void requireHandshake() {
        if (!method.equals("GET")
                || header("Upgrade").filter("websocket"::equalsIgnoreCase).isEmpty()) {
            throw new GatewayErrorException(
                    GatewayError.PLAIN_GET, "a " + method + " that doesn't ask for a WebSocket");
        }
        if (headers("Connection").noneMatch(ConnectRequest::asksToUpgrade)) {
            throw new GatewayErrorException(GatewayError.BAD_HANDSHAKE, "Connection: Upgrade is missing");
        }
        if (!header("Sec-WebSocket-Version").equals(Optional.of("13"))
                || header("Sec-WebSocket-Key")
                        .filter(key -> KEY.matcher(key).matches())
                        .isEmpty()) {
            throw new GatewayErrorException(
                    GatewayError.BAD_HANDSHAKE,
                    "Sec-WebSocket-Version: 13 or a Sec-WebSocket-Key of 16 bytes is missing");
        }
        if (announcesBody()) {
            throw new GatewayErrorException(
                    GatewayError.HANDSHAKE_WITH_BODY, "the handshake announces a body, and frames come in its place");
        }
    }

    /** <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, 6.3</a>. */
    private boolean announcesBody() {
        return header("Transfer-Encoding").isPresent()
                || header("Content-Length")
                        .filter(length -> !length.equals("0"))
                        .isPresent();
    }

    private static boolean asksToUpgrade(String connection) {
        return Stream.of(connection.split(",")).map(String::strip).anyMatch("upgrade"::equalsIgnoreCase);
    }
}
