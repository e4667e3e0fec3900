package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.probe.Expected.PlainHttp;
import io.edgesocket.probe.wire.Header;
import io.edgesocket.probe.wire.HttpAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code http://} may get. Port 80 is no test's to listen on, so answers are made here. */
class PlainHttpTest {

    @Test
    void a_redirect_to_https_passes() {
        assertThat(judged(301, "", "Location: https://chat.example.com/")).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void a_403_of_cloudfront_passes() {
        assertThat(judged(403, "", "X-Cache: Error from cloudfront")).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void a_403_of_edge_code_or_of_the_api_fails_as_the_request_came_so_far() {
        assertThat(judged(403, "", "X-Cache: FunctionGeneratedResponse from cloudfront"))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(judged(403, "{\"message\":\"Forbidden\"}")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_page_and_a_redirect_to_http_fail() {
        assertThat(judged(200, "hello")).isInstanceOf(Outcome.Failed.class);
        assertThat(judged(302, "", "Location: http://chat.example.com/")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void what_the_stack_has_otherwise_is_a_warning() {
        assertThat(HttpChecks.judged(
                        answer(301, "", "Location: https://chat.example.com/"), Optional.of(PlainHttp.REFUSED)))
                .isInstanceOf(Outcome.Warned.class);
    }

    private static Outcome judged(int status, String body, String... headers) {
        return HttpChecks.judged(answer(status, body, headers), Optional.empty());
    }

    private static HttpAnswer answer(int status, String body, String... headers) {
        var lines = Stream.of(headers)
                .map(line -> line.split(": ", 2))
                .map(line -> new Header(line[0], line[1]))
                .toList();
        return new HttpAnswer("HTTP/1.1", status, List.copyOf(lines), body);
    }
}
