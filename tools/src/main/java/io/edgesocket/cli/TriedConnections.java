package io.edgesocket.cli;

import io.edgesocket.probe.wire.Header;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The clients of the console's page, in this process: a browser's own WebSocket can send no headers. What comes to them is
 * seen in the trace, where each is known by its {@code User-Agent}.
 */
final class TriedConnections {
    private static final String USER_AGENT = "EdgeSocket-Console/";
    /** More would be a mistake of the page. */
    private static final int MAX = 100;

    private final URI edge;
    private final HttpClient client;
    private final Map<Integer, WebSocket> open = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    TriedConnections(URI edge) {
        this.edge = edge;
        this.client = ClientHandshake.client(edge.getScheme().equals("wss"));
    }

    /**
     * @param number  by which the connection is called from now on
     * @param refused why it isn't there
     */
    record Outcome(int number, Optional<String> refused) {}

    /**
     * @param target  path and query
     * @param headers {@code Name: value} each
     * @throws IllegalArgumentException if it is no handshake; the message says why
     */
    Outcome connect(String target, List<String> subprotocols, List<String> headers) {
        if (open.size() >= MAX) {
            throw new IllegalArgumentException("there are " + MAX + " connections of this page already: close some");
        }
        if (!target.startsWith("/") || target.startsWith("//")) {
            throw new IllegalArgumentException("\"" + target + "\" is no path: write / or /orders?since=1");
        }
        var number = last.incrementAndGet();
        var all = Stream.concat(
                Stream.of(new Header("User-Agent", USER_AGENT + number)),
                headers.stream().map(TriedConnections::header));
        var handshake = ClientHandshake.of(client, all.toList(), subprotocols);
        try {
            var socket = handshake
                    .buildAsync(edge.resolve(target), new UntilClosed(number))
                    .join();
            open.put(number, socket);
            if (socket.isInputClosed()) { // it was quicker than this
                open.remove(number);
            }
            return new Outcome(number, Optional.empty());
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException answer) {
                return new Outcome(
                        number, Optional.of("status " + answer.getResponse().statusCode()));
            }
            throw new IllegalArgumentException(refused.getCause().getMessage(), refused);
        }
    }

    private static Header header(String written) {
        return Header.parse(written)
                .orElseThrow(() -> new IllegalArgumentException("\"" + written + "\" has no name: write Name: value"));
    }

    /** @return whether it is still open */
    boolean send(int number, String text) {
        return on(number, socket -> socket.sendText(text, true).join());
    }

    boolean sendBinary(int number) {
        return on(
                number,
                socket -> socket.sendBinary(ByteBuffer.wrap(new byte[] {0, 1, 2}), true)
                        .join());
    }

    boolean close(int number) {
        return on(
                number, socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join());
    }

    /** The JDK's client sends one message at a time. */
    private boolean on(int number, Consumer<WebSocket> act) {
        var socket = open.get(number);
        if (socket == null || socket.isOutputClosed()) {
            return false;
        }
        try {
            synchronized (socket) {
                act.accept(socket);
            }
            return true;
        } catch (CompletionException broken) {
            socket.abort();
            open.remove(number);
            return false;
        }
    }

    /** What comes is seen in the trace. */
    private final class UntilClosed implements WebSocket.Listener {
        private final int number;

        private UntilClosed(int number) {
            this.number = number;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            open.remove(number);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            open.remove(number);
        }
    }
}
