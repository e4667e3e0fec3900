package io.edgesocket.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.browser.Accessibility;
import io.edgesocket.browser.Browser;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The forms of the page, in a real browser: what they ask for. That it is done, LocalControlTest says. */
class TryAndFaultsPageTest extends PageTest implements Control {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<JsonNode> commands = new CopyOnWriteArrayList<>();

    TryAndFaultsPageTest(Browser browser) throws IOException {
        super(browser);
        server.control(this);
    }

    @Override
    public JsonNode state() {
        var state = JSON.createObjectNode();
        state.putArray("routes").add("$default").add("ping");
        state.putArray("functions").add("chat-echo-function");
        state.putArray("edgeFunctions");
        state.putArray("set").add("fail:ping*2");
        return state;
    }

    @Override
    public JsonNode stack() {
        return JSON.createObjectNode();
    }

    /** Connects as client 7, and does all else at once. */
    @Override
    public JsonNode take(JsonNode command) {
        commands.add(command);
        if (command.path("do").asText().equals("connect")) {
            traffic.connected("abc=", "/lobby", "User-Agent: EdgeSocket-Console/7");
            return JSON.createObjectNode().put("number", 7);
        }
        return JSON.createObjectNode().put("done", "done: " + command.path("do").asText());
    }

    @Test
    void it_connects_with_what_is_given_and_shows_what_happens() {
        open("try");
        field("Path and query").clear();
        field("Path and query").sendKeys("/lobby");
        field("Subprotocols").sendKeys("one, two");
        field("Token").sendKeys("s3cret");
        browser.press("Connect");
        browser.awaitText("#panel-try .status", "Connected.");
        browser.awaitText("#panel-try .timeline", "Handshake");
        assertThat(commands.get(0).path("target").asText()).isEqualTo("/lobby");
        assertThat(commands.get(0).path("subprotocols").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(commands.get(0).path("headers").toString()).isEqualTo("[\"Authorization: Bearer s3cret\"]");
    }

    @Test
    void it_sends_what_is_written_and_what_is_kept() {
        open("try");
        browser.press("Connect");
        browser.awaitText("#panel-try .status", "Connected.");
        browser.press("Keep");
        browser.awaitText("#panel-try .saved", "{\"action\":\"ping\"}");
        browser.press("Send");
        awaitCommands(2);
        assertThat(commands).extracting(command -> command.path("do").asText()).containsExactly("connect", "send");
        assertThat(commands.get(1).path("number").asInt()).isEqualTo(7);
    }

    @Test
    void a_message_goes_nowhere_before_it_is_connected() {
        open("try");
        browser.press("Send");
        browser.awaitText("#panel-try .status", "Connect first.");
    }

    @Test
    void a_fault_is_set_on_the_chosen_route() {
        open("faults");
        browser.awaitText("#fault-route", "ping");
        browser.run("document.getElementById('fault-route').value = 'ping'");
        browser.press("Delay the integration");
        browser.awaitText("#panel-faults .status", "done: delay");
        assertThat(commands.get(0).path("route").asText()).isEqualTo("ping");
        assertThat(commands.get(0).path("millis").asInt()).isEqualTo(3000);
        browser.awaitText("#panel-faults .saved", "fail:ping*2");
    }

    @Test
    void without_a_connection_none_can_be_ended() {
        open("faults");
        browser.press("Drop it (1006)");
        browser.awaitText("#panel-faults .status", "No connection is open: connect a client first.");
        assertThat(commands).isEmpty();
    }

    @Test
    void a_fault_ends_the_chosen_connection_which_is_the_newest_at_first() {
        traffic.connected("old=", "/", "Host: x");
        traffic.connected("abc=", "/", "Host: x");
        open("faults");
        browser.awaitText("#fault-connection", "abc=");
        browser.press("Idle out now");
        browser.awaitText("#panel-faults .status", "done: idle-out");
        assertThat(commands.get(0).path("connection").asText()).isEqualTo("abc=");
    }

    @Test
    void a_connection_is_repeated_with_what_went_over_it() {
        traffic.connected("old=", "/lobby?room=1", "Host: x");
        traffic.message("old=", "{\"action\":\"one\"}", "$default", "");
        traffic.message("old=", "{\"action\":\"two\"}", "$default", "");
        open("connections");
        browser.find("#panel-connections tbody .row").click();
        browser.press("Connect and send all again");
        browser.awaitText("#panel-try .status", "Connected.");
        awaitCommands(3);
        assertThat(commands.get(0).path("target").asText()).isEqualTo("/lobby?room=1");
        assertThat(commands.subList(1, 3))
                .extracting(command -> command.path("text").asText())
                .containsExactly("{\"action\":\"one\"}", "{\"action\":\"two\"}");
        assertThat(commands.subList(1, 3))
                .allMatch(command -> command.path("number").asInt() == 7);
    }

    @Test
    void a_connection_is_taken_to_be_edited_and_sent_one_by_one() {
        traffic.connected("old=", "/lobby?room=1", "Host: x");
        traffic.message("old=", "{\"action\":\"one\"}", "$default", "");
        traffic.message("old=", "{\"action\":\"two\"}", "$default", "");
        open("connections");
        browser.find("#panel-connections tbody .row").click();
        browser.press("Take all to Try, to edit");
        browser.awaitText("#panel-try .saved", "two");
        assertThat(field("Path and query").getAttribute("value")).isEqualTo("/lobby?room=1");
        assertThat(commands).isEmpty();
        browser.press("Connect");
        browser.awaitText("#panel-try .status", "Connected.");
        browser.find("#panel-try .saved li:nth-child(2) button").click();
        awaitCommands(2);
        assertThat(commands.get(1).path("text").asText()).isEqualTo("{\"action\":\"two\"}");
    }

    @Test
    void a_message_that_is_not_kept_whole_is_not_offered_to_be_sent_again() {
        traffic.connected("old=", "/", "Host: x");
        traffic.message("old=", "x".repeat(5_000), "$default", "");
        open("connections");
        browser.find("#panel-connections tbody .row").click();
        browser.awaitText("#panel-connections .note", "are not kept whole");
        assertThat(browser.all("#panel-connections .again")).isEmpty();
    }

    @Test
    void axe_finds_nothing_in_the_forms() {
        Accessibility.assumeAxe();
        for (var view : List.of("try", "faults")) {
            open(view);
            for (var scheme : List.of("light", "dark")) {
                browser.scheme(scheme);
                assertThat(Accessibility.findings(browser))
                        .as("%s, %s", view, scheme)
                        .isEmpty();
            }
        }
    }

    private void awaitCommands(int count) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (commands.size() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(commands).hasSizeGreaterThanOrEqualTo(count);
    }

    private WebElement field(String label) {
        var name = browser.all("#panel-try label").stream()
                .filter(each -> each.getText().startsWith(label))
                .findFirst()
                .orElseThrow();
        return browser.find("#" + name.getAttribute("for"));
    }
}
