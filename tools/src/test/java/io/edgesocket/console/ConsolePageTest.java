package io.edgesocket.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import io.edgesocket.workspace.Needs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page, in a real browser, with events as a local run makes them. */
@Needs({"chromium", "chromedriver"})
@Execution(ExecutionMode.SAME_THREAD)
class ConsolePageTest {
    private static final String STARTED =
            "{\"at\":\"2026-01-01T00:00:00Z\",\"subject\":\"dev\",\"step\":\"STARTED\",\"text\":\"\","
                    + "\"details\":{\"edge\":\"ws://127.0.0.1:8080\"}}";
    private static Browser browser;

    private final History history = new History();
    private ConsoleServer server = ConsoleServer.open(0, history);
    private int subjects;

    ConsolePageTest() throws IOException {}

    @BeforeAll
    static void open_the_browser() {
        browser = new Browser();
    }

    @AfterAll
    static void close_the_browser() {
        browser.close();
    }

    @AfterEach
    void end() {
        assertThat(browser.complaints()).isEmpty();
        server.close();
    }

    @Test
    void a_stranger_is_told_what_to_do_first() {
        history.started(STARTED);
        open();
        browser.awaitText("#panel-connections .empty", "./edgesocket connect ws://127.0.0.1:8080 --send 'hello'");
    }

    @Test
    void without_the_token_it_says_what_to_open() {
        browser.open(server.address().replaceFirst("#.*", "#wrong"));
        browser.awaitText("main", "This page needs the printed address");
        assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
    }

    @Test
    void a_connection_is_shown_with_what_went_over_it() {
        connected("abc=", "/lobby");
        message("abc=", "{\"action\":\"ping\"}", "ping", "{\"pong\":true}");
        open();
        choose("connections");

        var row = browser.awaitText("#panel-connections tbody tr", "/lobby").getText();
        assertThat(row)
                .contains("open")
                .contains("1 1")
                .contains("17 B 13 B")
                .contains("9 min")
                .doesNotContain("null");
        browser.find("#panel-connections tbody .row").click();
        browser.awaitText(".timeline li:nth-child(2)", "route ping");
        browser.awaitText(".timeline li:nth-child(2)", "$request.body.action = \"ping\"");
        browser.awaitText(".timeline li:nth-child(2)", "{\"pong\":true}");
        assertThat(browser.find(".detail").getText()).doesNotContain("null");
    }

    @Test
    void a_refused_handshake_says_which_step_decided_why_and_what_to_change() {
        refusedHandshake("/chta");
        open();
        choose("why");

        browser.awaitText("#panel-why .row", "handshake for /chta refused").click();
        browser.awaitText(".chain .decided", "stage");
        browser.awaitText(".chain .passed", "behavior");
        browser.awaitText(".nearest", "/chat*");
        browser.awaitText(".fix", "ask for another path");
        assertThat(browser.find(".answer a").getAttribute("href")).isEqualTo("https://docs.aws.amazon.com/x");
        assertThat(browser.title()).isEqualTo("(1) EdgeSocket console");
    }

    @Test
    void a_closed_connection_says_who_closed_it_and_what_its_code_means() {
        connected("abc=", "/");
        closed("abc=", 1006, "the client");
        open();
        choose("why");

        browser.awaitText("#panel-why .row", "1006").click();
        browser.awaitText("#panel-why .detail", "closed by the client");
        browser.awaitText("#panel-why .fix", "Let clients connect again");
    }

    @Test
    void what_comes_over_the_wire_is_text_and_moves_nothing() {
        connected("abc=", "/<img src=x onerror=document.title='taken'>");
        message("abc=", "<script>document.title='taken'</script>\u001b[2J\u202e", "$default", "<b>bold</b>");
        open();
        choose("connections");
        browser.find("#panel-connections tbody .row").click();

        browser.awaitText(".timeline pre", "<script>document.title='taken'</script>\\u001b[2J\\u202e");
        assertThat(browser.all("main script, main img, main b")).isEmpty();
        assertThat(browser.title()).doesNotContain("taken");
    }

    @Test
    void a_token_is_hidden_until_it_is_asked_for() {
        connected("abc=", "/?token=abc123");
        message("abc=", "{\"token\":\"s3cret\"}", "$default", "");
        open();
        choose("connections");
        browser.find("#panel-connections tbody .row").click();
        var shown = browser.awaitText(".timeline pre", "\"token\"");

        assertThat(browser.find("body").getText())
                .doesNotContain("abc123")
                .doesNotContain("s3cret")
                .doesNotContain("Basic x");
        shown.findElement(By.tagName("button")).click();
        browser.awaitText(".timeline pre", "{\"token\":\"s3cret\"}");
    }

    @Test
    void a_page_that_was_cut_off_misses_nothing_and_shows_nothing_twice() throws IOException {
        connected("abc=", "/");
        message("abc=", "one", "$default", "");
        open();
        choose("connections");
        browser.awaitText("#panel-connections tbody tr", "1 0");
        var port = URI.create(server.address()).getPort();
        var token = URI.create(server.address()).getFragment();
        server.close();
        browser.awaitText("#link", "connecting again");
        message("abc=", "two", "$default", "");
        server = ConsoleServer.open(port, history, token);

        browser.awaitText("#link", "live");
        browser.awaitText("#panel-connections tbody tr", "2 0");
    }

    @Test
    void two_pages_show_the_same() {
        open();
        browser.openAnother(server.address());
        try {
            connected("abc=", "/both");
            choose("connections");
            browser.awaitText("#panel-connections tbody tr", "/both");
        } finally {
            browser.closeThisTab();
        }
        choose("connections");
        browser.awaitText("#panel-connections tbody tr", "/both");
    }

    @Test
    void a_recorded_file_is_shown_as_it_was(@TempDir Path folder) throws IOException {
        connected("abc=", "/recorded");
        refusedHandshake("/nowhere");
        var lines = history.after(0).lines().stream().map(Events.Line::json);
        var file = Files.write(
                folder.resolve("trace.jsonl"),
                Stream.concat(Stream.of(STARTED), lines).toList());
        try (var recorded = ConsoleServer.open(0, RecordedEvents.read(file))) {
            browser.open(recorded.address());
            browser.awaitText("#link", "recorded");
            browser.awaitText("#stack", "trace.jsonl");
            choose("connections");
            browser.awaitText("#panel-connections tbody tr", "/recorded");
        }
    }

    @Test
    void all_can_be_done_with_the_keyboard() {
        connected("abc=", "/first");
        connected("def=", "/second");
        refusedHandshake("/third");
        open();
        browser.awaitText("#tab-connections", "2");
        browser.type("2");
        browser.awaitText("#panel-connections tbody tr", "/first");
        browser.type("j");
        browser.awaitText("#panel-connections .detail", "/second");
        browser.type("j");
        browser.awaitText("#panel-connections .detail", "/first");
        browser.type("/");
        browser.type("second");
        browser.awaitText("#panel-connections tbody", "/second");
        browser.type(Keys.ESCAPE);
        browser.type("1");
        browser.find("#panel-why:not([hidden])");
        browser.type("p");
        browser.awaitText("#pause", "Go on");
        browser.type("p");
        browser.type("?");
        browser.find("dialog[open]");
        browser.type(Keys.ESCAPE);
        browser.find("dialog:not([open])");
    }

    @Test
    void what_comes_while_it_is_paused_waits() {
        open();
        choose("connections");
        browser.find("#pause").click();
        connected("abc=", "/later");
        browser.awaitText("#pause", "Go on (5 wait)");
        assertThat(browser.all("#panel-connections tbody tr")).isEmpty();
        browser.find("#pause").click();
        browser.awaitText("#panel-connections tbody tr", "/later");
    }

    @Test
    void a_search_leaves_what_matches() {
        connected("abc=", "/one");
        connected("def=", "/two");
        open();
        choose("connections");
        browser.awaitText("#panel-connections tbody", "/one");
        browser.find("#panel-connections input[type=search]").sendKeys("/tw./");
        browser.awaitText("#panel-connections tbody", "/two");
        assertThat(browser.find("#panel-connections tbody").getText()).doesNotContain("/one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export-jsonl", "export-har"})
    void what_is_saved_has_no_secrets(String button) {
        connected("abc=", "/?token=s3cret-1");
        message("abc=", "{\"password\":\"s3cret-2\"}", "ping", "{\"token\":\"s3cret-3\"}");
        open();
        choose("connections");
        browser.awaitText("#panel-connections tbody tr", "1 1");

        var saved = browser.runAsync("""
                const [button, done] = arguments;
                URL.createObjectURL = blob => { blob.text().then(done); return '#'; };
                document.getElementById(button).click();""", button);

        assertThat(saved).asString().contains("/?token=", "password").doesNotContain("s3cret");
    }

    @Test
    void what_a_function_prints_stands_at_the_message_that_it_was_called_for() {
        connected("abc=", "/");
        message("abc=", "one", "$default", "");
        add("message-" + (subjects - 1), Optional.of("abc="), Step.LOG, "got one", Map.of("function", "echo"));
        message("abc=", "two", "$default", "");
        open();
        choose("connections");
        browser.find("#panel-connections tbody .row").click();
        browser.awaitText(".timeline li:nth-child(3)", "two");
        assertThat(browser.awaitText(".timeline li:nth-child(2)", "function printed")
                        .getText())
                .contains("one", "got one");
        assertThat(browser.find(".timeline li:nth-child(3)").getText()).doesNotContain("printed");
    }

    /** How long its longest pause is, {@code bench/console.sh} measures. */
    @Test
    void ten_thousand_frames_a_minute_are_all_shown_while_the_page_takes_keys() {
        connected("abc=", "/busy");
        open();
        choose("connections");
        browser.find("#panel-connections tbody .row").click();
        var frames = 1_000; // of six seconds
        for (var each = 0; each < frames; each++) {
            message("abc=", "{\"action\":\"ping\",\"number\":" + each + "}", "ping", "{\"pong\":true}");
            LockSupport.parkNanos(6_000_000);
            if (each == frames / 2) {
                browser.type("1");
                browser.find("#panel-why:not([hidden])");
                browser.type("2");
            }
        }
        browser.awaitText("#panel-connections tbody tr", "1000 1000");
        assertThat(browser.all("#notices p")).isEmpty();
    }

    @Test
    void a_flood_is_counted_and_leaves_the_page_small() {
        connected("abc=", "/flood");
        open();
        choose("connections");
        browser.awaitText("#panel-connections tbody tr", "/flood");
        for (var each = 0; each < 100_000; each++) {
            message("abc=", "x".repeat(100), "ping", "y");
        }
        closed("abc=", 1000, "the client");
        browser.awaitText("#notices", "events are not shown");
        browser.awaitText("#panel-connections tbody tr", "closed");
        assertThat(((Number) browser.run("return document.querySelectorAll('*').length")).intValue())
                .isLessThan(5_000);
    }

    @Test
    void axe_finds_nothing_in_either_scheme_wide_or_narrow() {
        Accessibility.assumeAxe();
        everything();
        open();
        for (var scheme : new String[] {"light", "dark"}) {
            browser.scheme(scheme);
            for (var width : new int[] {1360, 420}) {
                browser.width(width);
                for (var view : new String[] {"why", "connections"}) {
                    choose(view);
                    browser.find("#panel-" + view + " .list .row").click();
                    browser.find("#panel-" + view + " .detail h2");
                    assertThat(Accessibility.findings(browser))
                            .as("%s, %s, %d px", view, scheme, width)
                            .isEmpty();
                }
            }
        }
        browser.width(1360);
        browser.scheme("light");
    }

    @Test
    void the_main_views_are_pictured() {
        everything();
        open();
        for (var scheme : new String[] {"light", "dark"}) {
            browser.scheme(scheme);
            choose("why");
            browser.awaitText("#panel-why .row", "handshake").click();
            browser.find("#panel-why .detail h2");
            assertThat(browser.screenshot("why-" + scheme)).isNotEmptyFile();
            choose("connections");
            browser.find("#panel-connections .list .row").click();
            browser.find("#panel-connections .detail h2");
            assertThat(browser.screenshot("connections-" + scheme)).isNotEmptyFile();
        }
        browser.scheme("light");
    }

    @Test
    void its_files_are_small() throws IOException {
        var size = 0L;
        for (var name : PageFile.NAMES) {
            size += PageFile.named("/" + name).orElseThrow().bytes().length;
        }
        assertThat(size).isBetween(10_000L, 100_000L);
    }

    private void everything() {
        history.started(STARTED);
        connected("Yk3fEf2cDoECJ1g=", "/");
        message("Yk3fEf2cDoECJ1g=", "{\"action\":\"ping\"}", "ping", "{\"pong\":true}");
        message(
                "Yk3fEf2cDoECJ1g=",
                "{\"action\":\"send\",\"text\":\"hello\",\"token\":\"s3cret\"}",
                "send",
                "{\"sent\":true}");
        refusedHandshake("/chta");
        connected("Yk3fFf2cDoECJ2h=", "/lobby");
        closed("Yk3fFf2cDoECJ2h=", 1006, "the client");
    }

    private void open() {
        browser.open(server.address());
        browser.awaitText("#link", "live");
    }

    private static void choose(String view) {
        browser.find("#tab-" + view).click();
        browser.find("#panel-" + view + ":not([hidden])");
    }

    private void connected(String id, String target) {
        var subject = "handshake-" + subjects++;
        add(
                subject,
                Optional.empty(),
                Step.VIEWER_REQUEST,
                "GET " + target + " from 127.0.0.1 to cdn, behavior *",
                Map.of(
                        "method",
                        "GET",
                        "target",
                        target,
                        "behavior",
                        "*",
                        "headers",
                        "Host: localhost:8080\nUpgrade: websocket\nAuthorization: Basic x"));
        add(subject, Optional.of(id), Step.STAGE, "live of chat", Map.of("headers", "Host: x.amazonaws.com"));
        add(subject, Optional.of(id), Step.ROUTE, "$connect", Map.of());
        add(
                subject,
                Optional.of(id),
                Step.ANSWER,
                "connected as " + id,
                Map.of("status", "101", "subprotocol", "", "idleSeconds", "600", "maxSeconds", "7200"));
        add(subject, Optional.empty(), Step.ANSWER, "101 to " + target, Map.of("status", "101"));
    }

    private void message(String id, String body, String route, String reply) {
        var subject = "message-" + subjects++;
        var connection = Optional.of(id);
        add(
                subject,
                connection,
                Step.MESSAGE,
                body.length() + " bytes on " + id,
                Map.of(
                        "bytes",
                        String.valueOf(body.length()),
                        "body",
                        body,
                        "expression",
                        "$request.body.action",
                        "selected",
                        route));
        add(subject, connection, Step.ROUTE, route, Map.of());
        add(
                subject,
                connection,
                Step.INTEGRATION,
                "MOCK answered 200 after 1 ms",
                Map.of("backend", "MOCK", "status", "200", "millis", "1", "answer", reply));
        if (reply.isEmpty()) {
            add(subject, connection, Step.ANSWER, "no reply", Map.of());
        } else {
            add(
                    subject,
                    connection,
                    Step.ANSWER,
                    "replied with " + reply.length() + " bytes",
                    Map.of("bytes", String.valueOf(reply.length()), "body", reply));
        }
    }

    private void closed(String id, int code, String by) {
        add(
                id,
                Optional.of(id),
                Step.CLOSE,
                "disconnected, " + code,
                Map.of("code", String.valueOf(code), "reason", "", "by", by));
    }

    private void refusedHandshake(String target) {
        var subject = "refused-" + subjects++;
        add(
                subject,
                Optional.empty(),
                Step.VIEWER_REQUEST,
                "GET " + target + " from 127.0.0.1 to cdn, behavior *",
                Map.of(
                        "method",
                        "GET",
                        "target",
                        target,
                        "behavior",
                        "*",
                        "nearest",
                        "/chat*",
                        "headers",
                        "Upgrade: websocket"));
        history.add(new Event(
                Instant.now(),
                subject,
                Optional.empty(),
                Step.STAGE,
                "403: there is no such stage — ask for another path",
                Map.of("status", "403"),
                Optional.of(new Refusal(
                        403, "there is no such stage", "ask for another path", "https://docs.aws.amazon.com/x"))));
    }

    private void add(String subject, Optional<String> connection, Step step, String text, Map<String, String> details) {
        history.add(new Event(Instant.now(), subject, connection, step, text, details, Optional.empty()));
    }
}
