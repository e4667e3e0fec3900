package io.edgesocket.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.browser.Accessibility;
import io.edgesocket.browser.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page, in a real browser, with events as a local run makes them. */
class ConsolePageTest extends PageTest {
    ConsolePageTest(Browser browser) throws IOException {
        super(browser);
    }

    @Test
    void a_stranger_is_told_what_to_do_first() {
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
        traffic.connected("abc=", "/lobby");
        traffic.message("abc=", "{\"action\":\"ping\"}", "ping", "{\"pong\":true}");
        open("connections");

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
        traffic.refusedHandshake("/chta");
        open("why");

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
        traffic.connected("abc=", "/");
        traffic.closed("abc=", 1006, "the client");
        open("why");

        browser.awaitText("#panel-why .row", "1006").click();
        browser.awaitText("#panel-why .detail", "closed by the client");
        browser.awaitText("#panel-why .fix", "Let clients connect again");
    }

    @Test
    void what_comes_over_the_wire_is_text_and_moves_nothing() {
        traffic.connected("abc=", "/<img src=x onerror=document.title='taken'>");
        traffic.message("abc=", "<script>document.title='taken'</script>\u001b[2J\u202e", "$default", "<b>bold</b>");
        open("connections");
        browser.find("#panel-connections tbody .row").click();

        browser.awaitText(".timeline pre", "<script>document.title='taken'</script>\\u001b[2J\\u202e");
        assertThat(browser.all("main script, main img, main b")).isEmpty();
        assertThat(browser.title()).doesNotContain("taken");
    }

    @Test
    void a_token_is_hidden_until_it_is_asked_for() {
        traffic.connected("abc=", "/?token=abc123");
        traffic.message("abc=", "{\"token\":\"s3cret\"}", "$default", "");
        open("connections");
        browser.find("#panel-connections tbody .row").click();
        var shown = browser.awaitText(".timeline pre", "\"token\"");

        browser.run("document.querySelectorAll('.detail details').forEach(each => { each.open = true; })");
        browser.awaitText(".timeline", "What the integration got");
        assertThat(browser.find("body").getText())
                .doesNotContain("abc123")
                .doesNotContain("s3cret")
                .doesNotContain("Basic x");
        shown.findElement(By.tagName("button")).click();
        browser.awaitText(".timeline pre", "{\"token\":\"s3cret\"}");
    }

    @Test
    void a_page_that_was_cut_off_misses_nothing_and_shows_nothing_twice() throws IOException {
        traffic.connected("abc=", "/");
        traffic.message("abc=", "one", "$default", "");
        open("connections");
        browser.awaitText("#panel-connections tbody tr", "1 0");
        var port = URI.create(server.address()).getPort();
        var token = URI.create(server.address()).getFragment();
        server.close();
        browser.awaitText("#link", "connecting again");
        traffic.message("abc=", "two", "$default", "");
        server = ConsoleServer.open(port, history, token);

        browser.awaitText("#link", "live");
        browser.awaitText("#panel-connections tbody tr", "2 0");
    }

    @Test
    void two_pages_show_the_same() {
        open();
        browser.openAnother(server.address());
        try {
            traffic.connected("abc=", "/both");
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
        traffic.connected("abc=", "/recorded");
        traffic.refusedHandshake("/nowhere");
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
        traffic.connected("abc=", "/first");
        traffic.connected("def=", "/second");
        traffic.refusedHandshake("/third");
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
        open("connections");
        browser.find("#pause").click();
        traffic.connected("abc=", "/later");
        browser.awaitText("#pause", "Go on (5 wait)");
        assertThat(browser.all("#panel-connections tbody tr")).isEmpty();
        browser.find("#pause").click();
        browser.awaitText("#panel-connections tbody tr", "/later");
    }

    @Test
    void a_search_leaves_what_matches() {
        traffic.connected("abc=", "/one");
        traffic.connected("def=", "/two");
        open("connections");
        browser.awaitText("#panel-connections tbody", "/one");
        browser.find("#panel-connections input[type=search]").sendKeys("/tw./");
        browser.awaitNoText("#panel-connections tbody", "/one");
        browser.awaitText("#panel-connections tbody", "/two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export-jsonl", "export-har"})
    void what_is_saved_has_no_secrets(String button) {
        traffic.connected("abc=", "/?token=s3cret-1");
        traffic.message("abc=", "{\"password\":\"s3cret-2\"}", "ping", "{\"token\":\"s3cret-3\"}");
        open("connections");
        browser.awaitText("#panel-connections tbody tr", "1 1");

        var saved = browser.runAsync("""
                const [button, done] = arguments;
                URL.createObjectURL = blob => { blob.text().then(done); return '#'; };
                document.getElementById(button).click();""", button);

        assertThat(saved).asString().contains("/?token=", "password").doesNotContain("s3cret");
    }

    @Test
    void what_a_function_prints_stands_at_the_message_that_it_was_called_for() {
        traffic.connected("abc=", "/");
        traffic.message("abc=", "one", "$default", "");
        traffic.printed("abc=", "got one");
        traffic.message("abc=", "two", "$default", "");
        open("connections");
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
        traffic.connected("abc=", "/busy");
        open("connections");
        browser.find("#panel-connections tbody .row").click();
        var frames = 340; // of two seconds: more than a timeline shows
        for (var each = 0; each < frames; each++) {
            traffic.message("abc=", "{\"action\":\"ping\",\"number\":" + each + "}", "ping", "{\"pong\":true}");
            LockSupport.parkNanos(6_000_000);
            if (each == frames / 2) {
                browser.type("1");
                browser.find("#panel-why:not([hidden])");
                browser.type("2");
            }
        }
        browser.awaitText("#panel-connections tbody tr", "340 340");
        assertThat(browser.all("#notices p")).isEmpty();
    }

    @Test
    void a_flood_is_counted_and_leaves_the_page_small() {
        traffic.connected("abc=", "/flood");
        open("connections");
        browser.awaitText("#panel-connections tbody tr", "/flood");
        for (var each = 0; each < 100_000; each++) {
            traffic.message("abc=", "x".repeat(100), "ping", "y");
        }
        traffic.closed("abc=", 1000, "the client");
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
    }

    @Test
    void a_long_path_leaves_room_for_what_else_there_is() {
        traffic.refusedHandshake("/?long=" + "x".repeat(5_000));
        open("why");
        browser.awaitText("#panel-why .row", "handshake for /?long=").click();
        browser.find("#panel-why .detail h2");
        for (var part : List.of(".list .row", ".detail h2")) {
            assertThat(((Number) browser.run(
                                    "return document.querySelector(arguments[0]).offsetHeight", "#panel-why " + part))
                            .intValue())
                    .as(part)
                    .isLessThan(150);
        }
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
        traffic.connected("Yk3fEf2cDoECJ1g=", "/");
        traffic.message("Yk3fEf2cDoECJ1g=", "{\"action\":\"ping\"}", "ping", "{\"pong\":true}");
        traffic.message(
                "Yk3fEf2cDoECJ1g=",
                "{\"action\":\"send\",\"text\":\"hello\",\"token\":\"s3cret\"}",
                "send",
                "{\"sent\":true}");
        traffic.refusedHandshake("/chta");
        traffic.connected("Yk3fFf2cDoECJ2h=", "/lobby");
        traffic.closed("Yk3fFf2cDoECJ2h=", 1006, "the client");
    }
}
