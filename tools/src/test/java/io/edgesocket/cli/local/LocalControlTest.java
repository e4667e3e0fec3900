package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.console.RefusedCommandException;
import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Journal;
import io.edgesocket.local.journal.Step;
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
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final ControlledRun local = new ControlledRun(this);
    private final LocalControl control = local.control();

    @AfterEach
    void end() {
        local.close();
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

    @ParameterizedTest
    @CsvSource({
        "33, 33, Frame over 32 KB",
        "33, 1000, Frame over 32 KB", // a frame is as long as its message at most
        "129, 32, Message over 128 KB"
    })
    void a_frame_or_a_message_over_its_limit_ends_the_connection(int kilobytes, int frame, String reason)
            throws Exception {
        sent(kilobytes * 1024, frame * 1024);
        assertThat(until(event -> event.step() == Step.CLOSE).details())
                .containsEntry("code", "1009")
                .containsEntry("reason", reason);
    }

    @ParameterizedTest
    @CsvSource({"131072, 32768", "32768, 32768", "5, 1", "0, 1"})
    void a_message_within_its_limit_comes_whole_whatever_its_frames(int bytes, int frame) throws Exception {
        sent(bytes, frame);
        assertThat(until(event -> event.step() == Step.MESSAGE).details()).containsEntry("bytes", "" + bytes);
    }

    private void sent(int bytes, int frame) throws Exception {
        var command = JSON.createObjectNode()
                .put("do", "send")
                .put("number", ask("{\"do\":\"connect\"}").path("number").asInt())
                .put("text", "x".repeat(bytes))
                .put("frame", frame);
        control.take(command);
    }

    @Test
    void a_client_may_call_itself_as_it_likes() throws Exception {
        ask("{\"do\":\"connect\",\"headers\":[\"user-agent: Mine/1\",\"Sec-WebSocket-Protocol: one\"]}");
        assertThat(until(event -> event.step() == Step.VIEWER_REQUEST).details().get("headers"))
                .contains("User-Agent: Mine/1 EdgeSocket-Console/1\n", "Sec-WebSocket-Protocol: one");
    }

    @Test
    void a_subprotocol_that_is_not_chosen_is_told_as_browsers_take_it() throws Exception {
        assertThat(ask("{\"do\":\"connect\",\"subprotocols\":[\"one\"]}")
                        .path("warning")
                        .asText())
                .isEqualTo("none of the offered subprotocols was chosen: a browser would end the connection");
    }

    @Test
    void a_client_that_hangs_up_ends_with_1000_and_can_send_no_more() throws Exception {
        ask("{\"do\":\"connect\"}");
        ask("{\"do\":\"hang-up\",\"number\":1}");
        assertThat(until(event -> event.step() == Step.CLOSE).details()).containsEntry("code", "1000");
        assertThatExceptionOfType(RefusedCommandException.class)
                .isThrownBy(() -> ask("{\"do\":\"send\",\"number\":1,\"text\":\"late\"}"))
                .withMessageContaining("not open any more");
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
                "{\"do\":\"send\",\"number\":99,\"frame\":0} | a frame of 0 bytes: give at least 1",
                "{\"do\":\"send\",\"text\":\"%s\",\"frame\":1} | more than 10000 for this message",
                "{\"do\":\"connect\",\"headers\":[\"x\"]} | \"x\" is no header: write Name: value",
                "{\"do\":\"connect\",\"headers\":[\"x: a\\nb: c\"]} | is no header: write Name: value, in one line",
                "{\"do\":\"connect\",\"target\":\"orders\"} | \"orders\" is no path",
                "{\"do\":\"connect\",\"target\":\"/?token=s<3\"} | a character that no URL can have, the one after 9 others"
            })
    void what_can_not_be_done_is_told(String command, String message) {
        assertThatExceptionOfType(RefusedCommandException.class)
                .isThrownBy(() -> ask(command.replace("%s", "x".repeat(10_001))))
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
