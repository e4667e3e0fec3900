package io.edgesocket.cli.client;

import io.edgesocket.cli.call.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The address of a WebSocket, as a user writes it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-3">RFC 6455, 3</a>
 */
final class WebSocketAddress {
    private static final Set<String> SCHEMES = Set.of("ws", "wss");
    private static final int PORT_MAX = 65_535;

    private WebSocketAddress() {}

    /** @throws UsageException if it is none, or has a user's name, a password, a fragment or no port that exists */
    static URI of(String written) {
        var address = address(written);
        if (address.getRawUserInfo() != null) {
            throw new UsageException(
                    "\"" + shown(written) + "\" has a user's name or a password before its host, which a "
                            + "WebSocket URL can't have: leave them out, and give --header 'Authorization: …' where they are needed");
        }
        if (address.getRawFragment() != null) {
            throw new UsageException(
                    "\"" + shown(written)
                            + "\" has a fragment, which RFC 6455 (3) forbids: leave out # and what comes after it, or write %23 for #");
        }
        if (address.getPort() > PORT_MAX) {
            throw new UsageException(
                    "\"" + shown(written) + "\" has the port " + address.getPort() + ": give one of 1 to " + PORT_MAX);
        }
        return address;
    }

    private static URI address(String written) {
        try {
            var address = new URI(written);
            if (SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // reported below
        }
        throw new UsageException("\"" + shown(written) + "\" is not a WebSocket URL: write ws://… or wss://…");
    }

    /** As it may be printed: a password may stand before an @, and a token in a query. */
    static String shown(String written) {
        return written.replaceFirst("(?s)^([a-z]+://)?.*@", "$1…@").replaceFirst("(?s)\\?.*", "?…");
    }
}
