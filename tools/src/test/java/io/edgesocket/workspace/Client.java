package io.edgesocket.workspace;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who is connected for as long as it is open, with the texts that came. */
public record Client(WebSocket socket, BlockingQueue<String> texts) implements AutoCloseable {
    public static Client of(URI address) {
        var texts = new LinkedBlockingQueue<String>();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        texts.add(text.toString());
                        from.request(1);
                        return null;
                    }
                })
                .join();
        return new Client(socket, texts);
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next text; {@code null} in letters if none comes. */
    public String next() throws InterruptedException {
        return String.valueOf(texts.poll(60, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
