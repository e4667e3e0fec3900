package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.workspace.InProject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A handler that runs on the thread that read its message, and takes long there, keeps nothing else waiting. (On a machine
 * that is very busy it may run on its own thread after all.)
 */
class LentThreadsTest {
    private static final String LENT = " on a lent thread";
    private final String id = UUID.randomUUID().toString();

    /** A program's code lies in its project. */
    @TempDir(factory = InProject.class)
    private Path temp;

    private LocalRun run;
    private Client client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var code = FunctionCode.java("io.edgesocket.local.lambda.handlers.Blocking", code());
        run = LocalRun.start(
                Engine.run(
                        new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()),
                        ctx -> new WebSocketCdn(
                                "cdn",
                                WebSocketCdnArgs.builder()
                                        .origin(WebSocketOrigin.of(api(code)))
                                        .build())),
                Path.of(""),
                new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
                Journal.NONE,
                FunctionLog.NONE);
        client = new Client(run);
        client.becomeLent();
    }

    private static WebSocketApi api(FunctionCode code) {
        var function = LambdaFunctionArgs.builder().code(code).timeout(Duration.ofSeconds(29));
        return new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route(
                                "$default",
                                Route.to(new NewFunction("block", function.build()))
                                        .replying())
                        .stage(WebSocketStageArgs.builder().name("live").build())
                        .build());
    }

    private Path code() throws IOException {
        var handlers = Path.of("io/edgesocket/local/lambda/handlers");
        Files.createDirectories(temp.resolve(handlers).getParent());
        Files.createSymbolicLink(
                temp.resolve(handlers),
                Path.of("tools/target/test-classes").resolve(handlers).toAbsolutePath());
        return temp;
    }

    @AfterEach
    void end() {
        client.socket.abort(); // or the gateway waits five seconds for it
        run.close();
    }

    @Test
    void a_message_of_the_same_connection_begins_before_it_ends() throws Exception {
        client.send("block " + id);
        client.send("release " + id);

        assertThat(List.of(client.next(), client.next()))
                .anyMatch(answer -> answer.startsWith("block " + id))
                .anyMatch(answer -> answer.startsWith("release " + id));
    }

    @Test
    void another_connection_opens_and_is_answered_before() throws Exception {
        client.send("block " + id);
        var other = new Client(run);
        other.send("release " + id);

        assertThat(other.next()).startsWith("release " + id);
        assertThat(client.next()).startsWith("block " + id);
        other.socket.abort();
    }

    @Test
    void what_it_posts_to_its_own_connection_arrives_before_its_answer() throws Exception {
        client.send("post");

        assertThat(client.next()).isEqualTo("posted");
        assertThat(client.next()).matches("post( on a lent thread)?");
    }

    private static final class Client implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final WebSocket socket;

        Client(LocalRun run) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(run.edge(), this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            messages.add(text.toString());
            from.request(1);
            return null;
        }

        void send(String message) {
            socket.sendText(message, true).join();
        }

        String next() throws InterruptedException {
            return String.valueOf(messages.poll(60, TimeUnit.SECONDS));
        }

        /** As soon as the handler is quick. */
        void becomeLent() throws InterruptedException {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            do {
                assertThat(System.nanoTime()).as("it never was quick").isLessThan(end);
                send("hello");
            } while (!next().endsWith(LENT));
        }
    }
}
