package io.edgesocket.local.apigateway;

import io.edgesocket.local.TurnableClock;
import io.edgesocket.local.access.AllowedHosts;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.lambda.FrozenEnvironments;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.stack.PlayedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A gateway on a free port, with a clock that the test turns, and all that its journal was told. */
final class TestGateway implements AutoCloseable, Journal {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final TurnableClock clock = new TurnableClock();
    private final Gateway gateway;

    TestGateway(HandMadeStack stack, GatewayOptions options) {
        this(stack.stack(), stack::function, options);
    }

    TestGateway(PlayedStack stack, Function<String, Optional<LocalFunction>> functions, GatewayOptions options) {
        try {
            gateway = Gateway.start(
                    stack,
                    functions,
                    new FrozenEnvironments(),
                    this,
                    clock,
                    options,
                    new InetSocketAddress("127.0.0.1", 0),
                    AllowedHosts.ALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Gateway gateway() {
        return gateway;
    }

    TurnableClock clock() {
        return clock;
    }

    URI uri(String pathAndQuery) {
        return URI.create("ws://127.0.0.1:" + gateway.port() + pathAndQuery);
    }

    TestClient connect(String... headers) {
        return TestClient.connect(uri("/live"), List.of(), headers);
    }

    TestClient connectTo(String pathAndQuery, String... headers) {
        return TestClient.connect(uri(pathAndQuery), List.of(), headers);
    }

    /** The answer to a handshake that is not accepted. */
    HttpResponse<String> refusal(String pathAndQuery, String... headers) {
        return TestClient.refused(uri(pathAndQuery), headers);
    }

    HttpResponse<String> http(String method, String path, String body, String... headers) {
        return http(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> http(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<Refusal> refusals() {
        return events.stream().flatMap(event -> event.refusal().stream()).toList();
    }

    List<String> texts(Step step) {
        return events.stream()
                .filter(event -> event.step() == step)
                .map(Event::text)
                .toList();
    }

    /** Whose the steps of a kind are. */
    List<String> subjects(Step step) {
        return events.stream()
                .filter(event -> event.step() == step)
                .map(Event::subject)
                .toList();
    }

    /** What programs are told of the steps of a kind. */
    List<Map<String, String>> details(Step step) {
        return events.stream()
                .filter(event -> event.step() == step)
                .map(Event::details)
                .toList();
    }

    @Override
    public boolean listening() {
        return true;
    }

    @Override
    public void add(Event event) {
        events.add(event);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
