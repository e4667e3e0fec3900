package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.browser.Browser;
import io.edgesocket.browser.InBrowser;
import io.edgesocket.console.ConsoleServer;
import io.edgesocket.console.History;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pictures of the README and of {@code docs/console.md}, of a real run. CONTRIBUTING says how they come there. */
@InBrowser
class ConsolePicturesTest {
    private static final int WIDTH = 1180;

    private final Browser browser;
    private final History history = new History();
    private final ControlledRun local = new ControlledRun(history);
    private final ConsoleServer server = ConsoleServer.open(0, history);

    ConsolePicturesTest(Browser browser) throws IOException {
        this.browser = browser;
        server.control(local.control());
        history.started("{\"subject\":\"dev\",\"step\":\"STARTED\",\"details\":{\"edge\":\"" + local.edge() + "\"}}");
    }

    @AfterEach
    void end() {
        server.close();
        local.close();
    }

    @Test
    void each_view_is_pictured_in_both_schemes() throws IOException {
        browser.width(WIDTH);
        browser.open(server.address());
        browser.awaitText("#link", "live");
        whyAHandshakeWasRefused();
        aConnectionWithMessages();
        aLimitThatWasCrossed();
        aFaultThatIsSet();
        choose("stack");
        browser.awaitText(".graph", "ping");
        for (var scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            for (var view : List.of("why", "connections", "try", "faults", "stack")) {
                choose(view);
                assertThat(browser.screenshot("console-" + view + "-" + scheme)).isNotEmptyFile();
            }
        }
    }

    private void whyAHandshakeWasRefused() throws IOException {
        ask("{\"do\":\"connect\",\"target\":\"/chat\"}");
        choose("why");
        browser.awaitText("#panel-why .row", "handshake for /chat refused").click();
        browser.awaitText("#panel-why .answer", "take it off at the edge");
    }

    private void aConnectionWithMessages() throws IOException {
        var number = ask("{\"do\":\"connect\",\"target\":\"/?room=lobby&token=t0ken\"}");
        for (var text : List.of("{\\\"action\\\":\\\"ping\\\"}", "{\\\"action\\\":\\\"pign\\\"}")) {
            ask("{\"do\":\"send\",\"number\":" + number + ",\"text\":\"" + text + "\"}");
        }
        choose("connections");
        browser.awaitText("#panel-connections tbody tr", "/?room=lobby");
        browser.find("#panel-connections tbody .row").click();
        browser.awaitText("#panel-connections .timeline", "almost the route ping");
        browser.awaitText("#panel-connections .timeline li:last-child .line", "route –");
    }

    private void aLimitThatWasCrossed() {
        choose("try");
        browser.press("Connect");
        browser.awaitText("#panel-try .status", "Connected.");
        browser.press("Send");
        browser.awaitText("#panel-try .timeline", "pong");
        browser.press("Frame of 33 KB (1009)");
        browser.awaitText("#panel-try .timeline", "Frame over 32 KB");
        browser.run("document.querySelector('#panel-try .form').scrollTop = 0; document.activeElement.blur()");
    }

    private void aFaultThatIsSet() {
        choose("faults");
        browser.awaitText("#fault-route", "ping");
        browser.run("document.getElementById('fault-route').value = 'ping'");
        browser.press("Fail the integration");
        browser.awaitText("#panel-faults .saved", "fail:ping*1");
        browser.run("document.activeElement.blur()");
    }

    private int ask(String command) throws IOException {
        return local.control()
                .take(new ObjectMapper().readTree(command))
                .path("number")
                .asInt();
    }

    private void choose(String view) {
        browser.find("#tab-" + view).click();
        browser.find("#panel-" + view + ":not([hidden])");
    }
}
