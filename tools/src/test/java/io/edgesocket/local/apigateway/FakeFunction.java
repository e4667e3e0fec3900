package io.edgesocket.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.lambda.Debugger;
import io.edgesocket.local.lambda.LocalFunction;
import io.edgesocket.local.lambda.pool.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A function whose handler is in the test; it keeps the events that it got. */
record FakeFunction(
        String name,
        String urn,
        Function<JsonNode, CompletableFuture<Invocation>> handler,
        List<JsonNode> events,
        List<String> prints,
        Optional<Debugger> debugger)
        implements LocalFunction {
    private static final ObjectMapper JSON = new ObjectMapper();

    static FakeFunction asking(String name, Function<JsonNode, CompletableFuture<Invocation>> handler) {
        return new FakeFunction(
                name,
                "urn:pulumi:dev::shop::aws:lambda/function:Function::" + name,
                handler,
                new CopyOnWriteArrayList<>(),
                List.of(),
                Optional.empty());
    }

    static FakeFunction returning(String name, Function<JsonNode, String> handler) {
        return asking(name, event -> answered(handler.apply(event)));
    }

    static FakeFunction returning(String name, String json) {
        return returning(name, event -> json);
    }

    static FakeFunction ok(String name) {
        return returning(name, "{\"statusCode\":200}");
    }

    /** The same for another resource. */
    FakeFunction of(String resource) {
        return new FakeFunction(name, resource, handler, events, prints, debugger);
    }

    /** The same, where a debugger may hold it. */
    FakeFunction debugged() {
        return new FakeFunction(name, urn, handler, events, prints, Optional.of(new Debugger("any", 1)));
    }

    /** The same, which prints lines at each call. */
    FakeFunction printing(String... lines) {
        return new FakeFunction(name, urn, handler, events, List.of(lines), debugger);
    }

    static FakeFunction status(String name, int status) {
        return returning(name, "{\"statusCode\":" + status + "}");
    }

    static FakeFunction echo(String name) {
        return returning(name, event -> body(event.path("body").asText()));
    }

    static FakeFunction failing(String name, String errorMessage) {
        return asking(name, event -> CompletableFuture.completedFuture(new Invocation.Failed("Error", errorMessage)));
    }

    static String body(String text) {
        return HandMadeStack.object().put("statusCode", 200).put("body", text).toString();
    }

    static CompletableFuture<Invocation> answered(String json) {
        return CompletableFuture.completedFuture(new Invocation.Answered(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public CompletableFuture<Invocation> invoke(byte[] event) {
        try {
            var read = JSON.readTree(event);
            events.add(read);
            return handler.apply(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletableFuture<Invocation> invoke(byte[] event, Consumer<String> printed) {
        prints.forEach(printed);
        return invoke(event);
    }

    JsonNode context() {
        return events.get(events.size() - 1).path("requestContext");
    }

    ObjectNode event() {
        return (ObjectNode) events.get(events.size() - 1);
    }

    @Override
    public String runtime() {
        return "test";
    }

    @Override
    public Optional<String> unplayable() {
        return Optional.empty();
    }

    @Override
    public List<String> notPlayed() {
        return List.of();
    }
}
