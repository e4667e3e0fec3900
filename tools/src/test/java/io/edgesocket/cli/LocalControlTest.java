package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Context;
import io.edgesocket.components.api.Route;
import io.edgesocket.components.api.WebSocketApi;
import io.edgesocket.components.api.WebSocketApiArgs;
import io.edgesocket.components.api.WebSocketStageArgs;
import io.edgesocket.components.cdn.WebSocketCdn;
import io.edgesocket.components.cdn.WebSocketCdnArgs;
import io.edgesocket.components.cdn.WebSocketOrigin;
import io.edgesocket.console.RefusedCommandException;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registrations;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.local.LocalOptions;
import io.edgesocket.local.LocalRun;
import io.edgesocket.local.apigateway.GatewayOptions;
import io.edgesocket.local.cloudfront.EdgeOptions;
import io.edgesocket.local.faults.Faults;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.local.lambda.FunctionLog;
import io.edgesocket.local.lambda.FunctionOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console's page asks for is done in a local run. */
class LocalControlTest implements Journal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GatewayOptions AWS = GatewayOptions.AWS;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Faults faults = new Faults(List.of());
    private final StackConfig config = new StackConfig("shop", "dev", Map.of("aws:region", "eu-west-1"), Set.of());
    private final Registrations registrations = Engine.run(config, LocalControlTest::program);
    private final LocalRun run = LocalRun.start(
            registrations,
            Path.of(""),
            new LocalRun.Place(InetAddress.getLoopbackAddress(), 0, 0),
            new LocalOptions(
                    new GatewayOptions(false, AWS.idleTimeout(), AWS.maxDuration(), Map.of(), Map.of(), faults),
                    FunctionOptions.NONE,
                    Map.of(),
                    EdgeOptions.NONE),
            this,
            FunctionLog.NONE);
    private final LocalControl control =
            new LocalControl(run, faults, new ShownStack(config, registrations, Path.of(""), Journal.NONE));

    private static void program(Context ctx) {
        var api = new WebSocketApi(
                "chat",
                WebSocketApiArgs.builder()
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

    @Override
    public boolean listening() {
        return true;
    }

    @Override
    public void add(Event event) {
        events.add(event);
    }

    @Test
    void it_tells_the_routes_and_the_faults() throws Exception {
        ask("{\"do\":\"fail\",\"route\":\"ping\",\"times\":2}");
        assertThat(control.state().toString())
                .isEqualTo("{\"routes\":[\"ping\"],\"functions\":[],\"edgeFunctions\":[],\"set\":[\"fail:ping*2\"]}");
        ask("{\"do\":\"clear\"}");
        assertThat(control.state().path("set")).isEmpty();
    }

    @Test
    void a_client_connects_with_any_header_and_sends() throws Exception {
        var number = ask("{\"do\":\"connect\",\"target\":\"/?a=b\",\"headers\":[\"X-Any: one\"]}")
                .path("number")
                .asInt();
        assertThat(until(event -> event.step() == Step.VIEWER_REQUEST).details().get("headers"))
                .contains("X-Any: one", "User-Agent: EdgeSocket-Console/" + number);
        ask("{\"do\":\"send\",\"text\":\"{\\\"action\\\":\\\"ping\\\"}\",\"number\":" + number + "}");
        assertThat(until(event -> event.text().startsWith("replied")).details().get("body"))
                .isEqualTo("{\"pong\":true}");
        ask("{\"do\":\"send-binary\",\"number\":" + number + "}");
        assertThat(until(event -> event.step() == Step.CLOSE).details()).containsEntry("code", "1003");
    }

    @Test
    void a_refused_client_is_told_the_status() throws Exception {
        assertThat(ask("{\"do\":\"connect\",\"target\":\"/nowhere\"}")
                        .path("refused")
                        .asText())
                .isEqualTo("status 403");
    }

    @ParameterizedTest
    @CsvSource({"idle-out, 1001", "end-of-two-hours, 1001", "close, 4000"})
    void a_connection_is_ended(String how, String code) throws Exception {
        ask("{\"do\":\"connect\",\"target\":\"/\"}");
        var id = until(event -> event.text().startsWith("connected as"))
                .connection()
                .orElseThrow();
        until(event -> event.text().equals("101 to /"));
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end
                && !isDone("{\"do\":\"" + how + "\",\"code\":4000,\"connection\":\"" + id + "\"}")) {
            Thread.onSpinWait(); // the client has its 101 before the gateway has the connection
        }
        assertThat(until(event -> event.step() == Step.CLOSE).details()).containsEntry("code", code);
    }

    private boolean isDone(String command) throws Exception {
        try {
            ask(command);
            return true;
        } catch (RefusedCommandException notYet) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"do\":\"dance\"} | there is no \"dance\" to do; there are clear, close, cold-start",
                "{\"do\":\"drop\",\"connection\":\"x\"} | there is no open connection \"x\"",
                "{\"do\":\"delay\",\"route\":\"ping\"} | a delay needs milliseconds",
                "{\"do\":\"fail\",\"route\":\"pong\"} | there is no route \"pong\", but \"ping\"; there are ping",
                "{\"do\":\"edge-throws\",\"function\":\"x\"} | there is no Lambda@Edge function \"x\"; there are none",
                "{\"do\":\"cold-start\",\"function\":\"x\"} | there is no function \"x\" that is played",
                "{\"do\":\"send\",\"number\":99} | this connection is not open any more",
                "{\"do\":\"connect\",\"headers\":[\"x\"]} | \"x\" has no name: write Name: value"
            })
    void what_can_not_be_done_is_told(String command, String message) {
        assertThatExceptionOfType(RefusedCommandException.class)
                .isThrownBy(() -> ask(command))
                .withMessageContaining(message);
    }

    private JsonNode ask(String command) throws Exception {
        return control.take(JSON.readTree(command));
    }

    private Event until(Predicate<Event> wanted) throws InterruptedException {
        for (var event = events.poll(20, TimeUnit.SECONDS); event != null; event = events.poll(20, TimeUnit.SECONDS)) {
            if (wanted.test(event)) {
                return event;
            }
        }
        throw new AssertionError("it was not told");
    }
}
