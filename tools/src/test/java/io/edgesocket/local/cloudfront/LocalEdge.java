package io.edgesocket.local.cloudfront;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.TurnableClock;
import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.apigateway.stage.ConnectRequest;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Listening;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.stack.PlayedStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** An edge on a free port, with all that arrives behind it and all that it tells. */
final class LocalEdge implements AutoCloseable {
    final StandInApis apis = new StandInApis();
    final TurnableClock clock = new TurnableClock();
    private final Edge edge;
    private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();

    private LocalEdge(PlayedStack stack, EdgeFunctions functions, EdgeOptions options, SslContextFactory.Client trust)
            throws IOException {
        edge = Edge.start(
                stack,
                apis,
                functions,
                new Listening(events::add),
                clock,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                AllowedHosts.ALL,
                Optional.empty(),
                options,
                trust);
    }

    static LocalEdge start(Cdn cdn) throws IOException {
        return start(cdn, EdgeFunctions.NONE);
    }

    static LocalEdge start(Cdn cdn, EdgeFunctions functions) throws IOException {
        return start(cdn.stack(), functions);
    }

    static LocalEdge start(PlayedStack stack, EdgeFunctions functions) throws IOException {
        return new LocalEdge(stack, functions, EdgeOptions.NONE, new SslContextFactory.Client());
    }

    static LocalEdge start(Cdn cdn, SslContextFactory.Client trust) throws IOException {
        return new LocalEdge(cdn.stack(), EdgeFunctions.NONE, EdgeOptions.NONE, trust);
    }

    static LocalEdge start(Cdn cdn, EdgeOptions options) throws IOException {
        return new LocalEdge(cdn.stack(), EdgeFunctions.NONE, options, new SslContextFactory.Client());
    }

    Edge edge() {
        return edge;
    }

    URI uri(String target) {
        return URI.create("ws://127.0.0.1:" + edge.port() + target);
    }

    /** Sends a handshake, byte by byte as a browser would, with further header lines. */
    RawAnswer handshake(String target, String... headers) throws IOException {
        return send(
                "GET " + target + " HTTP/1.1",
                List.of(
                        "Host: 127.0.0.1",
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        String.join("\r\n", headers)));
    }

    RawAnswer send(String requestLine, List<String> headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout(20_000);
            var lines = String.join("\r\n", headers).strip();
            socket.getOutputStream().write((requestLine + "\r\n" + lines + "\r\n\r\n").getBytes(ISO_8859_1));
            return RawAnswer.read(socket.getInputStream());
        }
    }

    /** All bytes of an answer after which the connection is closed. */
    String sendAndClose(String requestLine, List<String> headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout(20_000);
            var lines = String.join("\r\n", headers);
            socket.getOutputStream().write((requestLine + "\r\n" + lines + "\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** What API Gateway got of the handshake, which must have been let through. */
    ConnectRequest arrival(String target, String... headers) throws Exception {
        assertThat(handshake(target, headers).status()).isEqualTo(101);
        return arrived();
    }

    ConnectRequest arrived() throws InterruptedException {
        return apis.arrived.poll(10, TimeUnit.SECONDS);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<Refusal> refusals() {
        return events.stream().flatMap(event -> event.refusal().stream()).toList();
    }

    @Override
    public void close() {
        edge.close();
    }
}
