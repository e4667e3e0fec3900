package io.edgesocket.probe.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The opening handshake of a WebSocket.
 *
 * @param key what the server must prove to have read
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.1">RFC 6455, 4.1</a>
 */
public record Handshake(HttpRequest request, String key) {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY = "Sec-WebSocket-Key";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** With nothing but what each handshake has. */
    public static Handshake of(URI address) {
        return of(address, List.of(), List.of());
    }

    /**
     * A handshake.
     *
     * @param more         further headers, such as {@code Authorization}; one that each handshake has is sent as it is here
     * @param subprotocols offered in this order
     */
    public static Handshake of(URI address, List<Header> more, List<String> subprotocols) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        var own = new ArrayList<>(List.of(
                new Header("Host", HttpRequest.host(address)),
                new Header("User-Agent", "edgesocket-probe"),
                new Header("Upgrade", "websocket"),
                new Header("Connection", "Upgrade"),
                new Header("Sec-WebSocket-Version", "13"),
                new Header(KEY, Base64.getEncoder().encodeToString(nonce))));
        if (!subprotocols.isEmpty()) {
            own.add(new Header("Sec-WebSocket-Protocol", String.join(", ", subprotocols)));
        }
        var headers = Stream.concat(own.stream().filter(each -> !each.isNamedIn(more)), more.stream())
                .toList();
        var key = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(KEY))
                .findFirst()
                .orElseThrow()
                .value();
        return new Handshake(new HttpRequest("GET", HttpRequest.target(address), headers), key);
    }

    /** The same, which also offers an extension. */
    public Handshake offering(String extension) {
        return new Handshake(request.and(List.of(new Header("Sec-WebSocket-Extensions", extension))), key);
    }

    /** What {@code Sec-WebSocket-Accept} must say. */
    public String accept() {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JDK has it
        }
    }
}
