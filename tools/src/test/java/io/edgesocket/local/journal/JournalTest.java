package io.edgesocket.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Refusal FORBIDDEN = new Refusal(
            403,
            "the viewer's Host reached API Gateway",
            "remove Host from the origin request policy",
            "https://docs.aws.amazon.com/x");

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void a_person_reads_a_line_for_each_event() {
        new TextJournal(out, false).add(event(Optional.empty()));
        assertThat(written.toString())
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  Zx1           route                  ping → chat-ping\n");
    }

    @Test
    void a_person_reads_why_something_is_refused_and_what_mends_it() {
        refused(new TextJournal(out, false));
        assertThat(written.toString())
                .endsWith("  stage                  403: the viewer's Host reached API Gateway — "
                        + "remove Host from the origin request policy\n");
    }

    @Test
    void a_refusal_stands_out_in_colour() {
        refused(new TextJournal(out, true));
        assertThat(written.toString()).startsWith("\u001b[31m").endsWith("\u001b[0m\n");
    }

    private static void refused(Journal journal) {
        new Trace(journal, Clock.systemUTC(), "Zx1").refused(Step.STAGE, () -> FORBIDDEN);
    }

    @Test
    void what_a_client_sends_moves_no_cursor_and_begins_no_line() {
        new Trace(new TextJournal(out, true), Clock.systemUTC(), "Zx1")
                .step(Step.CLOSE, () -> "closed with {4000=\u001b[2J\n17:59:43  Zx2  answer  connected}");
        assertThat(written.toString())
                .doesNotContain("\u001b")
                .hasLineCount(1)
                .contains("closed with {4000=\\u001b[2J\\n17:59:43  Zx2");
    }

    @Test
    void a_program_reads_an_object_a_line() throws Exception {
        new JsonJournal(out).add(event(Optional.of(FORBIDDEN)));
        assertThat(new ObjectMapper().readTree(written.toString())).isEqualTo(new ObjectMapper().readTree("""
                {"at": "2026-01-02T03:04:05Z", "subject": "Zx1", "connection": "L0=", "step": "ROUTE", "text": "ping → chat-ping",
                 "details": {"routeKey": "ping"},
                 "refusal": {"status": 403, "because": "the viewer's Host reached API Gateway",
                             "fix": "remove Host from the origin request policy",
                             "source": "https://docs.aws.amazon.com/x"}}
                """));
    }

    @Test
    void what_lets_somebody_in_is_not_printed() {
        var headers = String.join(
                "\n",
                "Host: chat.example.com",
                "Authorization: Basic c2VjcmV0",
                "Cookie: sid=secret",
                "X-Api-Key: secret",
                "X-Origin-Key: secret",
                "X-Jwt-Assertion: secret",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZQ==",
                "Sec-WebSocket-Protocol: a-token-of-more-than-twenty-four-letters");
        new JsonJournal(out).add(withDetails(Map.of("headers", headers)));
        assertThat(written.toString())
                .contains("Host: chat.example.com", "Authorization: …", "Cookie: …", "X-Api-Key: …")
                .contains("X-Origin-Key: …", "X-Jwt-Assertion: …", "Sec-WebSocket-Key: dGhlIHNhbXBsZQ==")
                .contains("Sec-WebSocket-Protocol: …")
                .doesNotContain("secret")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void a_line_for_a_person_makes_no_details() {
        new Trace(new TextJournal(out, false), Clock.systemUTC(), "Zx1").step(Step.ROUTE, () -> "ping", () -> {
            throw new AssertionError("nobody reads them");
        });
        assertThat(written.toString()).contains("ping");
    }

    @Test
    void two_journals_are_told_the_same_but_for_one_that_does_not_listen() {
        new TwoJournals(new JsonJournal(out), Journal.NONE).add(event(Optional.empty()));
        new TwoJournals(Journal.NONE, new JsonJournal(out)).add(event(Optional.empty()));
        assertThat(written.toString()).hasLineCount(2);
    }

    private static Event withDetails(Map<String, String> details) {
        return new Event(Instant.EPOCH, "Zx1", Optional.empty(), Step.STAGE, "", details, Optional.empty());
    }

    private static Event event(Optional<Refusal> refusal) {
        return new Event(
                Instant.parse("2026-01-02T03:04:05Z"),
                "Zx1",
                Optional.of("L0="),
                Step.ROUTE,
                "ping → chat-ping",
                Map.of("routeKey", "ping"),
                refusal);
    }
}
