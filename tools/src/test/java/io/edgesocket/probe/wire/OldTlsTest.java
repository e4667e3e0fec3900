package io.edgesocket.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.probe.wire.OldTls.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What a server says to TLS 1.1. */
class OldTlsTest {

    @Test
    void a_server_hello_of_that_version_is_acceptance() throws Exception {
        assertThat(reaction(22, 3, 2, 0, 48, 2, 0, 0, 44, 3, 2)).isEqualTo(new Reaction.Accepted());
    }

    @Test
    void an_alert_is_refusal() throws Exception {
        assertThat(reaction(21, 3, 2, 0, 2, 2, 70)).isInstanceOf(Reaction.Refused.class);
    }

    @Test
    void an_end_is_refusal() throws Exception {
        assertThat(reaction()).isInstanceOf(Reaction.Refused.class);
    }

    @Test
    void anything_else_is_unclear() throws Exception {
        assertThat(reaction("HTTP/1.1 400 Bad Request".chars().toArray())).isInstanceOf(Reaction.Unclear.class);
    }

    /** @param answer bytes of the server, which reads the first message before */
    private static Reaction reaction(int... answer) throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answer(listening, answer));
            var client = new Client(Tls.of(SSLContext.getDefault()), Duration.ofSeconds(10), new WireLog(Secrets.NONE));
            return OldTls.of(client, URI.create("wss://127.0.0.1:" + listening.getLocalPort()));
        }
    }

    private static void answer(ServerSocket listening, int... answer) {
        try (var socket = listening.accept()) {
            var head = socket.getInputStream().readNBytes(5);
            socket.getInputStream().readNBytes((head[3] & 255) << 8 | head[4] & 255);
            for (var octet : answer) {
                socket.getOutputStream().write(octet);
            }
        } catch (IOException left) {
            // the test sees it
        }
    }
}
