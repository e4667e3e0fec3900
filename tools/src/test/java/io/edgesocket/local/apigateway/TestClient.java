package io.edgesocket.local.apigateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The JDK's own WebSocket client. */
final class TestClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long SECONDS = 10;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();
    private WebSocket socket;

    private TestClient() {}

    static TestClient connect(URI uri, List<String> subprotocols, String... headers) {
        var client = new TestClient();
        var builder = HTTP.newWebSocketBuilder();
        for (var i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        if (!subprotocols.isEmpty()) {
            var more = subprotocols.subList(1, subprotocols.size());
            builder.subprotocols(subprotocols.get(0), more.toArray(String[]::new));
        }
        client.socket = builder.buildAsync(uri, client)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        return client;
    }

    static HttpResponse<String> refused(URI uri, String... headers) {
        try (var unexpected = connect(uri, List.of(), headers)) {
            throw new AssertionError("connected");
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException handshake) {
                @SuppressWarnings("unchecked")
                var response = (HttpResponse<String>) handshake.getResponse();
                return response;
            }
            throw failure;
        }
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    TestClient send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    TestClient sendBinary(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** The next message that comes. */
    String next() {
        try {
            var message = messages.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message came");
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int closeCode() {
        return closeCode.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    void close(int code, String reason) {
        socket.sendClose(code, reason).join();
        closeCode();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(already -> socket)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            messages.add(begun.toString());
            begun.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closeCode.completeExceptionally(error);
    }
}
