package io.edgesocket.local.apigateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that echoes: {@code /status/<n>} with another status than 200, {@code /never} not at all. */
final class TestBackend implements AutoCloseable {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TestBackend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var head = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((name, values) -> head.append(
                                name.equalsIgnoreCase("x-fixed")
                                        ? "X-Fixed"
                                        : name.equalsIgnoreCase("x-connection") ? "X-Connection" : name)
                        .append(": ")
                        .append(String.join(", ", values))
                        .append('\n'));
        seen.add(head.toString());
        var path = exchange.getRequestURI().getPath();
        if (!path.equals("/never")) {
            var answer = ("echo " + body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    path.startsWith("/status/") ? Integer.parseInt(path.substring("/status/".length())) : 200,
                    answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }
    }

    String uri(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Request line and headers of each request. */
    List<String> seen() {
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
