package io.edgesocket.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Listening;
import io.edgesocket.local.lambda.pool.Invocation;
import io.edgesocket.local.machine.SearchPath;
import io.edgesocket.local.stack.PlayedResource;
import io.edgesocket.local.stack.PlayedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Functions that run, with what they print and what is told of them. */
final class LocalFunctions implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "nothing was printed";
    private static final String HANDLERS = "io/edgesocket/local/lambda/handlers";

    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    final Functions functions;

    private LocalFunctions(Path project, SearchPath programs, List<PlayedResource> resources) {
        this(project, programs, FunctionOptions.NONE, resources, Duration.ZERO);
    }

    /** @param period the time between looks at the code */
    private LocalFunctions(
            Path project,
            SearchPath programs,
            FunctionOptions options,
            List<PlayedResource> resources,
            Duration period) {
        functions = Functions.of(
                new PlayedStack("project", "dev", resources),
                project,
                registered -> registered,
                (function, line) -> lines.add(function + ": " + line),
                new Listening(events::add),
                options,
                programs,
                period);
    }

    static LocalFunctions of(Path project, PlayedResource... resources) {
        return new LocalFunctions(project, SearchPath.ofThisMachine(), List.of(resources));
    }

    /** They look at their code so rarely that they have to be told of a change. */
    static LocalFunctions thatAreTold(Path project, PlayedResource... resources) {
        return new LocalFunctions(
                project, SearchPath.ofThisMachine(), FunctionOptions.NONE, List.of(resources), Duration.ofHours(1));
    }

    /** @param searchPath where programs are looked for, such as npm */
    static LocalFunctions with(FunctionOptions options, String searchPath, Path project, PlayedResource... resources) {
        return new LocalFunctions(project, new SearchPath(searchPath), options, List.of(resources), Duration.ZERO);
    }

    /** On a machine with nothing but Java. */
    static LocalFunctions withJavaAlone(PlayedResource... resources) {
        return new LocalFunctions(Path.of(""), new SearchPath(""), List.of(resources));
    }

    /** @param handler a class of the package {@code handlers} */
    static LocalFunctions java(String handler, String... more) {
        return of(Path.of(""), javaFunction(handler, more));
    }

    static PlayedResource javaFunction(String handler, String... more) {
        return function(
                "runtime: java21",
                "handler: " + HANDLERS.replace('/', '.') + "." + handler,
                "code: {$archive: {" + HANDLERS + ": {$archive: tools/target/test-classes/" + HANDLERS + "}, "
                        + "lib: {$archive: target/function/lib}}}",
                String.join(", ", more));
    }

    /** The stack changes to these. */
    void take(PlayedResource... resources) {
        functions.next(new PlayedStack("project", "dev", List.of(resources))).take();
    }

    static LocalFunctions node(Path folder, String... more) {
        return of(folder, script(folder, "nodejs22.x", more));
    }

    static LocalFunctions python(Path folder, String... more) {
        return of(folder, script(folder, "python3.13", more));
    }

    static PlayedResource script(Path folder, String runtime, String... more) {
        return function(
                "runtime: " + runtime, "handler: index.handler", "code: {$archive: '.'}", String.join(", ", more));
    }

    /** @param inputs in YAML's short form, which JSON is part of */
    static PlayedResource function(String... inputs) {
        return functionNamed("chat", inputs);
    }

    static PlayedResource functionNamed(String name, String... inputs) {
        return resource(RegisteredFunction.TYPE, name, inputs);
    }

    static PlayedResource layer(String name, String... inputs) {
        return resource(RegisteredLayer.TYPE, name, inputs);
    }

    private static PlayedResource resource(String type, String name, String... inputs) {
        return new PlayedResource(
                "urn:pulumi:dev::project::" + type + "::" + name,
                type,
                name,
                name + "-id",
                "aws",
                List.of(),
                (ObjectNode) yaml("{" + String.join(", ", List.of(inputs)) + "}"));
    }

    private static JsonNode yaml(String text) {
        var settings = LoadSettings.builder().build();
        return JSON.valueToTree(new Load(settings).loadFromString(text));
    }

    /** The first, of several. */
    LocalFunction function() {
        return functions.all().iterator().next();
    }

    CompletableFuture<Invocation> begin(String event) {
        return function().invoke(event.getBytes(UTF_8));
    }

    Invocation call(String event) {
        return begin(event).orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** The answer, of a call that must have one. */
    JsonNode answer(String event) {
        var outcome = call(event);
        if (outcome instanceof Invocation.Answered answered) {
            try {
                return JSON.readTree(answered.payload());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError(outcome + " " + lines);
    }

    /** What is told to the caller of what it prints, until it has answered. */
    List<String> printed(String event) {
        return printedAtOnce(List.of(event)).get(0);
    }

    /** The same of each call; all begin at the same time. */
    List<List<String>> printedAtOnce(List<String> events) {
        var printed = new ArrayList<CompletableFuture<List<String>>>();
        for (var event : events) {
            var lines = new CopyOnWriteArrayList<String>();
            printed.add(function().invoke(event.getBytes(UTF_8), lines::add).thenApply(answered -> List.copyOf(lines)));
        }
        return printed.stream()
                .map(lines -> lines.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();
    }

    /** The same, of a handler that answers with texts. */
    Map<String, String> texts(String event) {
        return JSON.convertValue(answer(event), new TypeReference<>() {});
    }

    /** The next line that was printed. */
    String line() {
        try {
            return Optional.ofNullable(lines.poll(60, TimeUnit.SECONDS)).orElse(NOTHING);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes the events up to one with such a detail, and waits for that. It may be told after a call that it has to do with is answered. */
    void awaitEventWith(String detail) throws InterruptedException {
        Event event;
        do {
            event = events.poll(60, TimeUnit.SECONDS);
            assertThat(event).as("an event with \"" + detail + "\"").isNotNull();
        } while (!event.details().containsKey(detail));
    }

    /** What is printed until a line comes, or until nothing more does. */
    List<String> linesUpTo(String last) {
        var printed = new ArrayList<String>();
        do {
            printed.add(line());
        } while (!List.of(last, NOTHING).contains(printed.get(printed.size() - 1)));
        return printed;
    }

    List<Invocation> callAtOnce(int times, String event) {
        var calls = new ArrayList<CompletableFuture<Invocation>>();
        for (var i = 0; i < times; i++) {
            calls.add(begin(event));
        }
        return calls.stream()
                .map(call -> call.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();
    }

    /** Long enough for what a handler leaves to run, if it runs. */
    <T> T afterAMoment(Supplier<T> then) {
        return CompletableFuture.supplyAsync(then, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
                .join();
    }

    void interrupt(long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process)).start().waitFor();
    }

    @Override
    public void close() {
        functions.close();
    }
}
