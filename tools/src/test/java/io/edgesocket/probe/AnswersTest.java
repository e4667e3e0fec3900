package io.edgesocket.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whatever a server answers is read to its end, and no further. */
class AnswersTest {

    @Test
    void a_body_in_chunks_is_put_together() throws IOException {
        assertThat(
                        seen(
                                "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n there\r\n0\r\n\r\n"))
                .isEqualTo("404 hello there");
    }

    @Test
    void a_body_of_no_known_length_ends_with_the_connection() throws IOException {
        assertThat(seen("HTTP/1.0 404 Not Found\r\n\r\nhello")).isEqualTo("404 hello");
    }

    @Test
    void a_page_is_shown_as_its_words() throws IOException {
        assertThat(seen("HTTP/1.1 404 X\r\nContent-Length: 28\r\n\r\n<html>\n<b>not</b> here\n<br/>"))
                .isEqualTo("404 not here");
    }

    @Test
    void a_server_that_ends_without_an_answer_is_told() throws IOException {
        assertThat(seen("")).isEqualTo("the connection was ended without an answer");
    }

    private static String seen(String answer) throws IOException {
        try (var server = new TestServer() {
            @Override
            String answer(Call call) {
                return answer;
            }
        }) {
            return Probed.finding(Probed.of(Target.of(server.address())), "handshake.101")
                    .outcome()
                    .seen();
        }
    }
}
