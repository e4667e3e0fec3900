package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.components.functions.FunctionCode;
import io.edgesocket.components.functions.LambdaFunctionArgs;
import io.edgesocket.components.functions.NewFunction;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.journal.Listening;
import io.edgesocket.local.lambda.FunctionOptions;
import io.edgesocket.local.lambda.sdk.AwsSdks;
import io.edgesocket.workspace.Command;
import io.edgesocket.workspace.InProject;
import io.edgesocket.workspace.Needs;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A handler that posts to {@code https://<event.requestContext.domainName>/<stage>/@connections/…}, as AWS's own samples
 * do, reaches its client here, whatever it posts with. Nothing in the handler is changed.
 */
class ConnectionsFromHandlersTest {
    private static final Path FOLDER = Path.of("tools/src/test/resources/functions/posting");
    private static final Path ANYWHERE = Path.of(".");

    private final List<String> told = new CopyOnWriteArrayList<>();

    /** A program's code lies in its project. */
    @TempDir(factory = InProject.class)
    private Path temp;

    @ParameterizedTest
    @Needs("node")
    @ValueSource(strings = {"fetch", "https.request", "worker"})
    void of_node_js(String way) {
        assertThat(posted(node(FOLDER), way)).isEqualTo("by " + way);
    }

    @ParameterizedTest
    @Needs("node")
    @ValueSource(strings = {"SDK v3", "SDK v2"})
    void of_node_js_with_an_sdk(String way) throws IOException {
        Files.copy(FOLDER.resolve("index.mjs"), temp.resolve("index.mjs"));
        Files.createSymbolicLink(temp.resolve("node_modules"), modulesWithSdks());
        assertThat(posted(node(temp), way)).isEqualTo("by " + way);
    }

    @Test
    @Needs("node")
    void of_node_js_with_the_sdk_that_lambda_has(@TempDir Path cache) throws IOException {
        var fetched = Files.createDirectories(cache.resolve("edgesocket/lambda/node-before"));
        Files.createSymbolicLink(fetched.resolve("node_modules"), modulesWithSdks());
        var sdks = AwsSdks.of(Map.of("XDG_CACHE_HOME", cache.toString()), told::add)
                .offline();
        assertThat(posted(node(FOLDER), "SDK v3", new FunctionOptions(sdks)))
                .as(told::toString)
                .isEqualTo("by SDK v3");
    }

    private static Path modulesWithSdks() {
        var modules = path("NODE_PATH")
                .filter(folder ->
                        Files.isDirectory(folder.resolve("@aws-sdk")) && Files.isDirectory(folder.resolve("aws-sdk")));
        assumeTrue(modules.isPresent(), "needs @aws-sdk/client-apigatewaymanagementapi and aws-sdk in NODE_PATH");
        return modules.get().toAbsolutePath();
    }

    @ParameterizedTest
    @Needs("python3")
    @ValueSource(strings = {"urllib", "asyncio"})
    void of_python(String way) {
        assertThat(posted(python(), way)).isEqualTo("by " + way);
    }

    @ParameterizedTest
    @Needs("python3")
    @ValueSource(strings = {"requests", "boto3"})
    void of_python_with_a_library(String library) {
        assumeTrue(
                Command.run(ANYWHERE, Map.of(), List.of("python3", "-c", "import " + library))
                        .succeeded(),
                "needs " + library + ", in PYTHONPATH or installed");
        assertThat(posted(python(), library)).isEqualTo("by " + library);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SDK v2", "SDK v2, URI of parts", "HttpClient", "HttpsURLConnection"})
    void of_java(String way) throws IOException {
        assertThat(posted(java(), way)).as(told::toString).isEqualTo("by " + way);
    }

    @Test
    void what_java_sends_after_its_answer_waits_for_the_next_call_of_its_environment() throws Exception {
        var messages = new LinkedBlockingQueue<String>();
        try (var run = start(java())) {
            var client = connected(run, messages::add);
            client.sendText("{\"by\":\"SDK v2, after the answer\"}", true).join();
            until(() ->
                    told.stream().anyMatch(event -> event.contains("has answered: on Lambda it would stand still")));
            assertThat(messages).isEmpty();
            client.sendText("{\"by\":\"HttpClient\"}", true).join();

            assertThat(List.of(messages.take(), messages.take()))
                    .containsExactlyInAnyOrder("by SDK v2, after the answer", "by HttpClient");
            client.abort();
        }
    }

    private static void until(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static Optional<Path> path(String variable) {
        return Stream.of(System.getenv().getOrDefault(variable, "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .findFirst();
    }

    private static FunctionCode node(Path folder) {
        return FunctionCode.nodejs(folder, "index.handler");
    }

    private static FunctionCode python() {
        return FunctionCode.python(FOLDER, "posting.handler");
    }

    /** Classes in the folders of their packages, and jars in {@code lib}: as Lambda wants it. */
    private FunctionCode java() throws IOException {
        var handlers = Path.of("io/edgesocket/local/lambda/handlers");
        Files.createDirectories(temp.resolve(handlers).getParent());
        Files.createSymbolicLink(
                temp.resolve(handlers),
                Path.of("tools/target/test-classes").resolve(handlers).toAbsolutePath());
        Files.createSymbolicLink(
                temp.resolve("lib"), Path.of("target/function/lib").toAbsolutePath());
        return FunctionCode.java("io.edgesocket.local.lambda.handlers.Posting", temp);
    }

    /** What a client gets from its handler. */
    private String posted(FunctionCode code, String way) {
        return posted(code, way, FunctionOptions.NONE);
    }

    private String posted(FunctionCode code, String way, FunctionOptions functions) {
        try (var run = start(code, functions)) {
            var message = new CompletableFuture<String>();
            var client = connected(run, message::complete);
            client.sendText("{\"by\":\"" + way + "\"}", true).join();
            var came = message.orTimeout(60, TimeUnit.SECONDS)
                    .exceptionally(late -> String.join("\n", told))
                    .join();
            client.abort(); // or the gateway waits five seconds for it
            return came;
        }
    }

    private static WebSocket connected(LocalRun run, Consumer<String> messages) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(run.edge(), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        messages.accept(text.toString());
                        socket.request(1);
                        return null;
                    }
                })
                .join();
    }

    private LocalRun start(FunctionCode code) {
        return start(code, FunctionOptions.NONE);
    }

    private LocalRun start(FunctionCode code, FunctionOptions functions) {
        var registrations =
                Engine.run(new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), ctx -> {
                    var variables = Map.of("PYTHONPATH", System.getenv().getOrDefault("PYTHONPATH", "none"));
                    var function = LambdaFunctionArgs.builder()
                            .code(code)
                            .environment(variables)
                            .timeout(Duration.ofSeconds(29));
                    var api = new WebSocketApi(
                            "chat",
                            WebSocketApiArgs.builder()
                                    .route("$default", Route.to(new NewFunction("post", function.build())))
                                    .stage(WebSocketStageArgs.builder()
                                            .name("live")
                                            .build())
                                    .build());
                    new WebSocketCdn(
                            "cdn",
                            WebSocketCdnArgs.builder()
                                    .origin(WebSocketOrigin.of(api))
                                    .build());
                });
        var place = new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0);
        return LocalRun.start(
                registrations,
                Path.of(""),
                place,
                new LocalOptions(GatewayOptions.AWS, functions, Map.of(), EdgeOptions.NONE),
                new Listening(event -> told.add(event.toString())),
                (name, line) -> told.add(line));
    }
}
