package io.edgesocket.cli.client;

import io.edgesocket.local.tls.LocalTrust;
import io.edgesocket.probe.wire.Header;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;

/** A handshake of the JDK's client. */
final class ClientHandshake {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private ClientHandshake() {}

    /** @param trustsLocal whether it trusts the certificate of {@code local --tls}, too */
    static HttpClient client(boolean trustsLocal) {
        var client = HttpClient.newBuilder();
        if (trustsLocal) {
            client.sslContext(LocalTrust.of(System.getenv()));
        }
        return client.build();
    }

    static WebSocket.Builder of(HttpClient client, List<Header> headers, List<String> subprotocols) {
        var handshake = client.newWebSocketBuilder().connectTimeout(CONNECT_TIMEOUT);
        headers.forEach(header -> handshake.header(header.name(), header.value()));
        if (!subprotocols.isEmpty()) {
            handshake.subprotocols(
                    subprotocols.get(0), subprotocols.stream().skip(1).toArray(String[]::new));
        }
        return handshake;
    }
}
