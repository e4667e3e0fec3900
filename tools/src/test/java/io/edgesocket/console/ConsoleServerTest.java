package io.edgesocket.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.local.journal.Event;
import io.edgesocket.local.journal.Refusal;
import io.edgesocket.local.journal.Step;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleServerTest {
    private final History history = new History();
    private final ConsoleServer server = ConsoleServer.open(0, history);
    private final URI address = URI.create(server.address());

    ConsoleServerTest() throws IOException {}

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void it_listens_on_this_machine_alone() {
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/app.js, text/javascript;charset=utf-8",
        "/console.css, text/css;charset=utf-8",
        "/icon.svg, image/svg+xml"
    })
    void a_file_of_the_page_has_its_type(String path, String type) throws IOException {
        assertThat(get(path)).contains("HTTP/1.1 200", "Content-Type: " + type);
    }

    @Test
    void a_page_runs_no_code_but_its_own_and_stands_in_no_other_page() throws IOException {
        assertThat(get("/"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Cache-Control: no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/index.html",
                "/ConsoleServer.class",
                "/../ConsoleServer.class",
                "/%2e%2e/History.class",
                "/x"
            })
    void nothing_else_is_served(String path) throws IOException {
        assertThat(get(path)).matches("(?s)HTTP/1.1 40[04].*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8082", "127.0.0.1", "[::1]:8082"})
    void it_answers_to_the_names_of_this_machine(String host) throws IOException {
        assertThat(request("GET / HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.168.1.7:8082", "127.0.0.1.evil.example"})
    void it_answers_to_no_other_name(String host) throws IOException {
        assertThat(request("GET / HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: http://localhost:3000",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void another_page_is_not_answered_even_with_the_token(String header) throws IOException {
        assertThat(request("GET /events HTTP/1.1", host(), header, token())).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Console-Token: wrong", "X-Console-Token: ", "X-Other: 1"})
    void events_are_told_to_nobody_without_the_token(String header) throws IOException {
        assertThat(request("GET /events HTTP/1.1", host(), header)).startsWith("HTTP/1.1 401");
    }

    @Test
    void a_page_is_told_first_what_is_played() throws IOException {
        history.started("{\"step\":\"STARTED\"}");
        try (var page = open("0")) {
            assertThat(page.about().path("started").path("step").asText()).isEqualTo("STARTED");
        }
    }

    @Test
    void a_page_gets_what_was_before_it_and_what_comes() throws IOException {
        history.add(message("before"));
        try (var page = open("0")) {
            assertThat(page.texts(1)).containsExactly("before");
            history.add(message("after"));
            assertThat(page.texts(1)).containsExactly("after");
        }
    }

    @Test
    void two_pages_get_the_same() throws IOException {
        try (var one = open("0");
                var other = open("0")) {
            history.add(message("hello"));
            assertThat(one.texts(1)).isEqualTo(other.texts(1)).containsExactly("hello");
        }
    }

    @Test
    void a_page_that_comes_back_misses_none_and_gets_none_twice() throws IOException {
        String last;
        try (var page = open("0")) {
            history.add(message("1"));
            history.add(message("2"));
            page.texts(2);
            last = page.lastId();
        }
        history.add(message("3"));
        history.add(message("4"));
        try (var again = open(last)) {
            assertThat(again.texts(2)).containsExactly("3", "4");
            assertThat(again.missed()).isZero();
        }
    }

    @Test
    void events_that_are_kept_no_more_are_counted() throws IOException {
        add(History.KEPT + 123);
        try (var page = open("0")) {
            assertThat(page.texts(History.KEPT)).hasSize(History.KEPT).last().isEqualTo("10122");
            assertThat(page.missed()).isEqualTo(123);
        }
    }

    /** To make one for each step of a message costs as much as the message. */
    @Test
    void of_more_messages_than_a_page_can_show_no_events_are_made_but_they_are_counted() throws IOException {
        var asked = 300_000; // some tenths of a second
        try (var page = open("0")) {
            page.about();
            var made = 0;
            for (var each = 0; each < asked; each++) {
                if (history.listening(Step.MESSAGE)) {
                    history.add(message("hello"));
                    made++;
                }
            }
            var kept = history.after(0);

            assertThat(made).isGreaterThanOrEqualTo(History.MADE).isLessThan(asked);
            assertThat(kept.missed() + kept.lines().size()).isEqualTo(asked);
            assertThat(history.listening(Step.VIEWER_REQUEST)).isTrue();
        }
    }

    @Test
    void a_page_that_reads_nothing_keeps_nobody_waiting_and_no_more_than_the_history() throws IOException {
        try (var deaf = open("0")) {
            add(300_000); // each waits for none, or this test would never end
            assertThat(history.after(0).lines()).hasSize(History.KEPT);
        }
    }

    @Test
    void a_page_that_cannot_follow_still_learns_what_is_refused() throws IOException {
        try (var page = open("0")) {
            add(History.KEPT); // all that it may get at once
            page.texts(History.KEPT);
            history.add(refused());
            add(9_000);
            var texts = new ArrayList<String>();
            while (!texts.contains("refused")) {
                texts.addAll(page.texts(1));
            }
            while (texts.size() + page.missed() < 9_001) {
                texts.addAll(page.texts(1));
            }
            assertThat(page.missed()).isPositive();
        }
    }

    @Test
    void nothing_is_made_for_a_page_that_nobody_opened() {
        assertThat(history.listening()).isFalse();
    }

    @Test
    void events_are_made_from_the_moment_that_a_page_is_open() throws IOException {
        try (var page = open("0")) {
            page.about();
            assertThat(history.listening()).isTrue();
        }
    }

    @Test
    void no_more_pages_are_served_than_a_person_has() throws IOException {
        var pages = new ArrayList<SentEvents>();
        try {
            for (var each = 0; each < Pages.MAX; each++) {
                pages.add(open("0"));
            }
            assertThat(request("GET /events HTTP/1.1", host(), token())).startsWith("HTTP/1.1 429");
        } finally {
            for (var page : pages) {
                page.close();
            }
        }
    }

    @Test
    void each_start_has_another_token() throws IOException {
        try (var other = ConsoleServer.open(0, history)) {
            assertThat(URI.create(other.address()).getFragment())
                    .hasSizeGreaterThan(20)
                    .isNotEqualTo(address.getFragment());
        }
    }

    private void add(int count) {
        IntStream.range(0, count)
                .mapToObj(each -> message(String.valueOf(each)))
                .forEach(history::add);
    }

    private static Event message(String text) {
        return new Event(Instant.EPOCH, "s", Optional.of("c"), Step.MESSAGE, text, Map.of(), Optional.empty());
    }

    private static Event refused() {
        return new Event(
                Instant.EPOCH,
                "s",
                Optional.of("c"),
                Step.ROUTE,
                "refused",
                Map.of(),
                Optional.of(new Refusal(403, "because", "fix", "")));
    }

    private SentEvents open(String last) throws IOException {
        return SentEvents.open(address, last);
    }

    private String host() {
        return "Host: " + address.getAuthority();
    }

    private String token() {
        return "X-Console-Token: " + address.getFragment();
    }

    private String get(String path) throws IOException {
        return request("GET " + path + " HTTP/1.1", host());
    }

    private String request(String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", address.getPort())) {
            socket.setSoTimeout(20_000);
            var text = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
