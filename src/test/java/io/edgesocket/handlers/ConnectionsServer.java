package io.edgesocket.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for {@code @connections}: answers every call with one status, and keeps what came. */
final class ConnectionsServer implements AutoCloseable {
    record Call(String method, String path, String body, String authorization) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final int status;
    private final String error;

    /** @param error the type of AWS's error; empty if there is none */
    ConnectionsServer(int status, String error) throws IOException {
        this.status = status;
        this.error = error;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** As API Gateway gives it: with the stage. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dev");
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                    exchange.getRequestHeaders().getFirst("Authorization")));
            if (!error.isEmpty()) {
                exchange.getResponseHeaders().add("x-amzn-ErrorType", error);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
