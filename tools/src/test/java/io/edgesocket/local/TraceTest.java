package io.edgesocket.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.lambda.FunctionLog;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a handshake and of a message on their way through all of a stack. */
class TraceTest {
    private static final String SIGNATURE = "c2lnbmF0dXJlIG9mIG5vYm9keQ";
    private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbm5hIn0." + SIGNATURE;

    private final Told told = new Told();
    private final LocalRun run = LocalRun.start(
            Engine.run(new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of()), TraceTest::program),
            Path.of(""),
            new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
            told,
            FunctionLog.NONE);

    private static void program(Context ctx) {
        var api = new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
                        .route("$connect", Route.mock())
                        .route("ping", Route.mock("{\"pong\":true}"))
                        .stage(WebSocketStageArgs.builder().name("live").build())
                        .build());
        new WebSocketCdn(
                "cdn",
                WebSocketCdnArgs.builder().origin(WebSocketOrigin.of(api)).build());
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void a_handshake_leaves_one_trace_from_the_viewer_to_the_answer() throws Exception {
        connect().abort();

        var trace = told.until(Step.ANSWER, 2);
        assertThat(trace).extracting(Event::subject).containsOnly(trace.get(0).subject());
        assertThat(trace)
                .extracting(Event::step)
                .containsExactly(
                        Step.VIEWER_REQUEST,
                        Step.ORIGIN_REQUEST_POLICY,
                        Step.ORIGIN_REQUEST,
                        Step.STAGE,
                        Step.ROUTE,
                        Step.INTEGRATION,
                        Step.ANSWER,
                        Step.ANSWER);
    }

    @Test
    void a_message_leaves_one_trace_of_its_own() throws Exception {
        var client = connect();
        var handshake = told.until(Step.ANSWER, 2);
        client.sendText("{\"action\":\"ping\"}", true);

        var trace = told.until(Step.ANSWER, 1);
        assertThat(trace)
                .extracting(Event::subject)
                .containsOnly(trace.get(0).subject())
                .doesNotContain(handshake.get(0).subject());
        assertThat(trace)
                .extracting(Event::step)
                .containsExactly(Step.MESSAGE, Step.ROUTE, Step.INTEGRATION, Step.ANSWER);
        client.abort();
    }

    @Test
    void the_connection_joins_a_message_to_its_handshake() throws Exception {
        var client = connect();
        var handshake = told.until(Step.ANSWER, 2);
        client.sendText("{\"action\":\"ping\"}", true);

        var message = told.until(Step.ANSWER, 1);
        assertThat(message)
                .extracting(Event::connection)
                .containsOnly(handshake.stream()
                        .filter(event -> event.step() == Step.STAGE)
                        .findFirst()
                        .orElseThrow()
                        .connection());
        client.abort();
    }

    @Test
    void a_refused_message_s_trace_says_why_and_ends_with_its_error_frame() throws Exception {
        var client = connect();
        told.until(Step.ANSWER, 2);
        client.sendText("{\"action\":\"dance\"}", true);

        var trace = told.until(Step.ANSWER, 1);
        assertThat(trace).extracting(Event::step).containsExactly(Step.MESSAGE, Step.ROUTE, Step.ANSWER);
        assertThat(trace).extracting(Event::text).last().isEqualTo("error frame \"Forbidden\"");
        client.abort();
    }

    @Test
    void a_handshake_tells_its_headers_as_they_came_and_as_they_are_forwarded() throws Exception {
        connect().abort();

        var trace = told.until(Step.ANSWER, 2);
        assertThat(detail(trace, Step.VIEWER_REQUEST, "headers")).contains("Host: 127.0.0.1:", "Sec-WebSocket-Key: ");
        assertThat(detail(trace, Step.ORIGIN_REQUEST, "headers"))
                .contains("Host: ", ".execute-api.eu-west-1.amazonaws.com", "Via: ")
                .doesNotContain("Host: 127.0.0.1:");
        assertThat(detail(trace, Step.STAGE, "headers")).contains("Sec-WebSocket-Key: ");
    }

    @Test
    void a_message_tells_its_text_the_selection_and_its_value() throws Exception {
        var client = connect();
        told.until(Step.ANSWER, 2);
        client.sendText("{\"action\":\"ping\"}", true);

        var trace = told.until(Step.ANSWER, 1);
        assertThat(detail(trace, Step.MESSAGE, "body")).isEqualTo("{\"action\":\"ping\"}");
        assertThat(detail(trace, Step.MESSAGE, "expression")).isEqualTo("$request.body.action");
        assertThat(detail(trace, Step.MESSAGE, "selected")).isEqualTo("ping");
        assertThat(detail(trace, Step.ANSWER, "body")).isEqualTo("{\"pong\":true}");
        client.abort();
    }

    @Test
    void a_message_that_asks_for_almost_a_route_tells_which() throws Exception {
        var client = connect();
        told.until(Step.ANSWER, 2);
        client.sendText("{\"action\":\"pign\"}", true);

        assertThat(detail(told.until(Step.ANSWER, 1), Step.ROUTE, "nearest")).isEqualTo("ping");
        client.abort();
    }

    @Test
    void a_connection_that_is_closed_for_a_binary_frame_says_so() throws Exception {
        var client = connect();
        told.until(Step.ANSWER, 2);
        client.sendBinary(ByteBuffer.allocate(3), true);

        var closed = told.until(Step.CLOSE, 2);
        assertThat(closed.get(0).text()).startsWith("1003: the client sent a binary frame — send text");
        assertThat(closed.get(1).details()).containsEntry("code", "1003").containsEntry("by", "API Gateway");
    }

    private static String detail(List<Event> trace, Step step, String name) {
        return trace.stream()
                .filter(event -> event.step() == step)
                .findFirst()
                .orElseThrow()
                .details()
                .get(name);
    }

    @Test
    void a_token_is_shown_without_its_signature() throws Exception {
        connect("/?token=" + TOKEN).abort();

        assertThat(told.until(Step.ANSWER, 2).toString())
                .contains("token=eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.…")
                .doesNotContain(SIGNATURE);
    }

    private WebSocket connect() throws Exception {
        return connect("/");
    }

    private WebSocket connect(String target) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + run.edgePort() + target), new Deaf())
                .get(20, TimeUnit.SECONDS);
    }

    /** A client to which it doesn't matter what comes. */
    private static final class Deaf implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onClose(WebSocket client, int code, String reason) {
            return null;
        }
    }

    /** All that the journal was told, in its order. */
    private static final class Told implements Journal {
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

        @Override
        public boolean listening() {
            return true;
        }

        @Override
        public void add(Event event) {
            events.add(event);
        }

        /** What comes until a step was told so often. */
        List<Event> until(Step last, int times) throws InterruptedException {
            var came = new ArrayList<Event>();
            while (came.stream().filter(event -> event.step() == last).count() < times) {
                var event = events.poll(20, TimeUnit.SECONDS);
                assertThat(event).as("after %s", came).isNotNull();
                came.add(event);
            }
            return came;
        }
    }
}
