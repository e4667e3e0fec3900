package io.edgesocket.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.cli.call.Failures;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** {@code connect}, as a person and as a script use it. */
@Timeout(60)
class ConnectCommandTest {

    @Test
    void the_answer_to_a_message_is_all_that_standard_output_gets() throws Exception {
        try (var server = SocketServer.echoing()) {
            assertThat(run(server.url(), "--send", "hello"))
                    .isEqualTo(new Result(0, "hello\n", "connected\nclosed: 1000\n"));
        }
    }

    @Test
    void it_ends_without_further_waiting_once_each_message_was_answered() throws Exception {
        try (var server = SocketServer.echoing()) {
            assertThat(run(server.url(), "--send", "a", "--send", "b").out()).isEqualTo("a\nb\n");
        }
    }

    @Test
    void lines_that_are_piped_in_are_sent_until_their_end() throws Exception {
        try (var server = SocketServer.echoing()) {
            var lines = new ByteArrayInputStream("one\ntwo ü\n".getBytes(UTF_8));

            assertThat(run(lines, server.url()).out()).isEqualTo("one\ntwo ü\n");
        }
    }

    @Test
    void an_answer_is_shown_while_more_lines_may_be_typed() throws Exception {
        var shown = new LinkedBlockingQueue<String>();
        try (var server = SocketServer.echoing();
                var typed = new PipedOutputStream()) {
            var terminal = new PipedInputStream(typed);
            var ended = CompletableFuture.supplyAsync(
                    () -> run(terminal, new Lines(shown), new StringWriter(), server.url()));
            typed.write("one\n".getBytes(UTF_8));
            assertThat(shown.poll(20, TimeUnit.SECONDS)).isEqualTo("one");
            typed.write("two\n".getBytes(UTF_8));
            assertThat(shown.poll(20, TimeUnit.SECONDS)).isEqualTo("two");
            typed.close(); // Ctrl-D
            assertThat(ended.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void with_wait_it_ends_once_nothing_came_for_so_long() throws Exception {
        try (var server = SocketServer.silent()) {
            assertThat(run(server.url(), "--send", "a", "--wait", "0.1").code()).isZero();
        }
    }

    @Test
    void a_refusal_shows_status_and_body_and_exits_with_1() throws Exception {
        try (var server = SocketServer.refusing(403, "{\"message\":\"Forbidden\"}")) {
            assertThat(run(server.url(), "--send", "a"))
                    .isEqualTo(new Result(1, "", "refused: 403 {\"message\":\"Forbidden\"}\n"));
        }
    }

    @Test
    void a_close_by_the_other_side_shows_its_code_and_exits_with_1() throws Exception {
        try (var server = SocketServer.closing(1009, "too big")) {
            var result = run(server.url(), "--send", "a");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).endsWith("closed: 1009 too big\n");
        }
    }

    @Test
    void a_close_by_the_other_side_ends_the_reading_of_lines() throws Exception {
        try (var server = SocketServer.closingAtOnce(1000, "bye");
                var terminal = new EndlessInput()) {
            assertThat(run(terminal, server.url()).code()).isZero();
        }
    }

    @Test
    void the_query_of_an_address_may_have_a_token_and_is_not_told() {
        assertThat(run("ws://127.0.0.1:1/chat?token=t0ken").err())
                .contains("no connection to ws://127.0.0.1:1/chat?…: nothing listens there")
                .doesNotContain("t0ken");
    }

    @Test
    void nobody_listening_is_told_and_exits_with_1() {
        var result = run("ws://127.0.0.1:1");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("error: no connection to ws://127.0.0.1:1: nothing listens there; ./edgesocket "
                        + "local plays a stack\n");
    }

    @Test
    void headers_and_subprotocols_go_into_the_handshake() throws Exception {
        try (var server = SocketServer.echoing()) {
            var result = run(
                    server.url(),
                    "--header",
                    "Host: chat.example.com",
                    "-H",
                    "X-Tenant: 7",
                    "--subprotocol",
                    "chat.v2",
                    "--subprotocol",
                    "chat.v1",
                    "--send",
                    "headers");

            assertThat(result.out())
                    .contains("host=chat.example.com", "x-tenant=7", "sec-websocket-protocol=chat.v2, chat.v1");
            assertThat(result.err()).contains("subprotocol chat.v2");
        }
    }

    @Test
    void an_address_that_is_none_of_a_websocket_is_wrong_usage() {
        var result = run("https://example.com");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("write ws://… or wss://…");
    }

    @Test
    void an_address_without_a_scheme_is_wrong_usage() {
        assertThat(run("127.0.0.1:8080"))
                .isEqualTo(new Result(
                        2, "", "error: \"127.0.0.1:8080\" is not a WebSocket URL: write ws://… or wss://…\n"));
    }

    @Test
    void a_header_without_a_name_is_wrong_usage() {
        assertThat(run("ws://127.0.0.1:1", "--header", "token").code()).isEqualTo(2);
    }

    @Test
    void a_header_of_the_handshake_itself_is_wrong_usage() {
        var result = run("ws://127.0.0.1:1", "--header", "Sec-WebSocket-Protocol: chat");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Sec-WebSocket-Protocol", "--subprotocol");
    }

    @Test
    void a_time_below_zero_is_wrong_usage() throws Exception {
        try (var server = SocketServer.silent()) {
            assertThat(run(server.url(), "--send", "a", "--wait", "-1").code()).isEqualTo(2);
        }
    }

    @Test
    void a_page_as_answer_is_told_by_its_title() throws Exception {
        try (var server =
                SocketServer.refusing(502, "<HTML><HEAD><TITLE>ERROR: no good</TITLE></HEAD>\n<BODY>…</BODY></HTML>")) {
            assertThat(run(server.url()).err()).isEqualTo("refused: 502 ERROR: no good\n");
        }
    }

    @Test
    void tls_to_a_server_without_it_is_told() throws Exception {
        try (var server = SocketServer.echoing()) {
            assertThat(run(server.url().replace("ws:", "wss:")).err())
                    .contains("if local was started without --tls, write ws://…");
        }
    }

    @Test
    void subprotocols_of_which_none_is_chosen_are_told_as_a_browser_would_end_that_connection() throws Exception {
        try (var server = SocketServer.echoing()) {
            assertThat(run(server.url(), "--subprotocol", SocketServer.UNKNOWN_SUBPROTOCOL)
                            .err())
                    .isEqualTo("connected\n"
                            + "warning: the server chose none of the offered subprotocols: "
                            + "a browser would end the connection\nclosed: 1000\n");
        }
    }

    @Test
    void a_message_of_bytes_is_one_line_in_however_many_frames_it_comes() throws Exception {
        try (var server = SocketServer.sendingInTwo(new byte[] {1}, new byte[] {2, 3})) {
            assertThat(run(server.url(), "--send", "x").out()).isEqualTo("(binary) AQID\n");
        }
    }

    record Result(int code, String out, String err) {}

    private static Result run(String... args) {
        return run(InputStream.nullInputStream(), args);
    }

    private static Result run(InputStream in, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        return new Result(run(in, out, err, args), out.toString(), err.toString());
    }

    private static int run(InputStream in, Writer out, Writer err, String... args) {
        return new CommandLine(new ConnectCommand(in))
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    /** Takes what is printed, as it is printed, without the ends of lines. */
    private static final class Lines extends StringWriter {
        private final Queue<String> lines;

        Lines(Queue<String> lines) {
            this.lines = lines;
        }

        @Override
        public void write(String text, int from, int length) {
            if (!text.isBlank()) {
                lines.add(text);
            }
        }
    }
}
