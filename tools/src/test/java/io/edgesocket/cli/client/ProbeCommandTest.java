package io.edgesocket.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.cli.call.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code probe}, as a person and as a script use it. */
@Timeout(120)
class ProbeCommandTest {
    private static final String TOKEN = "eyJhbGciOi.secret.token";

    @Test
    void a_server_without_cloudfront_passes_if_none_is_expected() throws Exception {
        try (var server = SocketServer.echoing()) {
            var result = run(server.url(), "--no-cloudfront", "--send", "hello", "--expect", "hello");

            assertThat(result.out()).contains("passed   handshake.101", "passed   messages.answers");
            assertThat(result.out()).doesNotContain("failed   edge");
        }
    }

    @Test
    void a_failed_check_exits_with_1_and_says_cause_and_change() throws Exception {
        try (var server = SocketServer.refusing(403, "{\"message\":\"Forbidden\"}")) {
            var result = run(server.url());

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out())
                    .contains(
                            "failed   handshake.101",
                            "403 {\"message\":\"Forbidden\"}",
                            "cause ",
                            "change ",
                            "source ");
        }
    }

    @Test
    void what_differs_from_a_local_run_is_listed_for_a_report() throws Exception {
        try (var server = SocketServer.echoing()) {
            var result = run(server.url(), "--no-cloudfront", "--fidelity", "--timeout", "3");

            assertThat(result.out())
                    .contains(
                            "Different from a local run",
                            "limits.binary (documented)\n  local  passed: closed with 1003",
                            "  here   failed: ",
                            "Please open an issue");
        }
    }

    @Test
    void nobody_listening_fails() {
        var result = run("ws://127.0.0.1:1");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("nothing listens there", "start ./edgesocket local");
    }

    @Test
    void no_address_and_no_stack_is_wrong_usage() {
        assertThat(run())
                .isEqualTo(new Result(2, "", "error: what is to be probed? Give an address, or --stack NAME\n"));
    }

    @Test
    void an_address_that_is_none_of_a_websocket_is_wrong_usage() {
        assertThat(run("https://example.com").code()).isEqualTo(2);
    }

    @Test
    void a_variable_without_a_token_is_wrong_usage() {
        var result = run("ws://127.0.0.1:1", "--token-env", "NO_TOKEN");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--token-env NO_TOKEN: there is no such environment variable");
    }

    @Test
    void more_answers_than_messages_is_wrong_usage() {
        assertThat(run("ws://127.0.0.1:1", "--expect", "a").err()).contains("give a --send for each");
    }

    @Test
    void a_place_that_is_none_is_wrong_usage() {
        assertThat(run("ws://127.0.0.1:1", "--token-env", "TOKEN", "--token-in", "cookie")
                        .err())
                .contains("header:Authorization, query:token or subprotocol:jwt");
    }

    @Test
    void a_path_that_is_given_twice_is_checked_once() {
        assertThat(run("ws://127.0.0.1:1", "--path", "/orders", "--path", "orders", "--format", "prometheus")
                        .out())
                .containsOnlyOnce("check=\"paths.orders\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a-b, the check of the path /a-b would be paths.a-b, as the check of the path /a/b is",
        "/orders, /orders/, the check of the path /orders/ would be paths.orders, as the check of the path /orders is",
        "/orders, /unknown, the check of the path /unknown would be paths.unknown, as the check of an unknown path is"
    })
    void two_checks_with_one_id_are_wrong_usage(String one, String other, String problem, String sameAs) {
        var result = run("ws://127.0.0.1:1", "--path", one, "--path", other);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("error: " + problem + ", " + sameAs + ": give one of the two as the address itself\n");
    }

    @ParameterizedTest
    @CsvSource({"/a b, /a b", "/x?token=opaque-123, /x?…", "/x#y, /x#y", "/a|b, /a|b", "/%zz, /%zz"})
    void more_or_less_than_a_path_is_wrong_usage(String written, String shown) {
        assertThat(run("ws://127.0.0.1:1", "--path", written))
                .isEqualTo(new Result(2, "", "error: --path " + shown + ": give a path alone, such as /orders\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000000", "3600.1", "0.0004", "0", "-1", "NaN", "Infinity"})
    void a_time_that_is_too_short_or_too_long_is_wrong_usage(String seconds) {
        var result = run("ws://127.0.0.1:1", "--timeout", seconds);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--timeout ", ": give a number of seconds from 0.001 to 3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "3600"})
    void the_shortest_and_the_longest_time_are_taken(String seconds) {
        assertThat(run("ws://127.0.0.1:1", "--timeout", seconds).code()).isEqualTo(1);
    }

    @Test
    void json_has_a_version_and_no_token() throws Exception {
        try (var server = SocketServer.echoing()) {
            var result = run(
                    server.url(),
                    "--no-cloudfront",
                    "--token-env",
                    "TOKEN",
                    "--token-in",
                    "query:token",
                    "--send",
                    "headers",
                    "--format",
                    "json");

            var json = new ObjectMapper().readTree(result.out());
            assertThat(json.path("version").intValue()).isEqualTo(1);
            assertThat(result.out()).contains("[secret]").doesNotContain(TOKEN);
        }
    }

    @Test
    void a_token_in_the_address_or_in_a_header_is_not_printed() throws Exception {
        try (var server = SocketServer.echoing()) {
            var result = run(
                    server.url() + "/?access=" + TOKEN,
                    "--header",
                    "Authorization: Bearer " + TOKEN,
                    "--send",
                    "headers",
                    "--wire");

            assertThat(result.out()).containsIgnoringCase("authorization").doesNotContain(TOKEN);
        }
    }

    @Test
    void a_header_whose_name_is_that_of_a_secret_is_not_printed() throws Exception {
        try (var server = SocketServer.echoing()) {
            var result = run(
                    server.url(),
                    "-H",
                    "X-Jwt-Assertion: one-" + TOKEN,
                    "-H",
                    "X-Signature: two-" + TOKEN,
                    "-H",
                    "X-Origin-Key: three-" + TOKEN,
                    "--send",
                    "headers",
                    "--wire");

            assertThat(result.out())
                    .contains("X-Jwt-Assertion: [secret]", "X-Signature: [secret]", "X-Origin-Key: [secret]")
                    .doesNotContain(TOKEN);
        }
    }

    record Result(int code, String out, String err) {}

    private static Result run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = new CommandLine(new ProbeCommand(Map.of("TOKEN", TOKEN)::get))
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Result(code, out.toString(), err.toString());
    }
}
