package io.edgesocket.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** The address of a WebSocket, as a user writes it. */
final class WebSocketAddress {
    private static final Set<String> SCHEMES = Set.of("ws", "wss");

    private WebSocketAddress() {}

    /** @throws UsageException if it is none */
    static URI of(String written) {
        try {
            var address = new URI(written);
            if (SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // reported below
        }
        throw new UsageException("\"" + written + "\" is not a WebSocket URL: write ws://… or wss://…");
    }
}
