package io.edgesocket.console;

import io.edgesocket.browser.Browser;
import io.edgesocket.browser.InBrowser;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the page begin with: its server, and events as a local run makes them. */
@InBrowser
abstract class PageTest {
    static final String STARTED =
            "{\"at\":\"2026-01-01T00:00:00Z\",\"subject\":\"dev\",\"step\":\"STARTED\",\"text\":\"\","
                    + "\"details\":{\"edge\":\"ws://127.0.0.1:8080\"}}";

    final Browser browser;
    final History history = new History();
    final Traffic traffic = new Traffic(history);
    ConsoleServer server = ConsoleServer.open(0, history);

    PageTest(Browser browser) throws IOException {
        this.browser = browser;
        history.started(STARTED);
    }

    @AfterEach
    void end() {
        server.close();
    }

    void open() {
        browser.open(server.address());
        browser.awaitText("#link", "live");
    }

    void open(String view) {
        open();
        choose(view);
    }

    void choose(String view) {
        browser.find("#tab-" + view).click();
        browser.find("#panel-" + view + ":not([hidden])");
    }
}
