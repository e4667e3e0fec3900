package io.edgesocket.cli.local;

import io.edgesocket.browser.Browser;
import io.edgesocket.browser.InBrowser;
import io.edgesocket.console.ConsoleServer;
import io.edgesocket.console.History;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What crosses a limit, from the button in the page to the verdict that it shows. */
@InBrowser
class LimitsInBrowserTest {
    private final Browser browser;
    private final History history = new History();
    private final ControlledRun local = new ControlledRun(history);
    private final ConsoleServer server = ConsoleServer.open(0, history);

    LimitsInBrowserTest(Browser browser) throws IOException {
        this.browser = browser;
        server.control(local.control());
    }

    @AfterEach
    void end() {
        server.close();
        local.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Frame of 33 KB (1009) | Closed with 1009 by API Gateway: Frame over 32 KB | 32 KB",
                "Message of 129 KB (1009) | Closed with 1009 by API Gateway: Message over 128 KB | 128 KB",
                "Binary frame (1003) | Closed with 1003 by API Gateway:  | Base64"
            })
    void what_a_connection_does_not_take_closes_it_and_the_page_says_why(String button, String verdict, String fix) {
        open();
        browser.press("Connect");
        browser.awaitText("#panel-try .status", "Connected.");
        browser.press(button);
        browser.awaitText("#panel-try .status", verdict);
        browser.press("Why was it closed?");
        browser.awaitText("#panel-why .fix", fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "URL of 9 KB (413) | Refused: status 413 | the URL is too long: it has 92",
                "Headers of 21 KB (413) | Refused: status 413 | the request is too long: it has 21",
            })
    void what_a_handshake_may_not_have_refuses_it_and_the_page_says_why(String button, String verdict, String found) {
        open();
        browser.press(button);
        browser.awaitText("#panel-try .status", verdict);
        browser.find("#tab-why").click();
        browser.awaitText("#panel-why .row", "413").click();
        browser.awaitText("#panel-why .answer", found);
        browser.awaitText("#panel-why .fix", "at most 20,480 bytes, and its URL 8,192");
    }

    private void open() {
        browser.open(server.address());
        browser.awaitText("#link", "live");
        browser.find("#tab-try").click();
        browser.find("#panel-try:not([hidden])");
    }
}
