package io.edgesocket.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteKeysTest {

    @ParameterizedTest
    @CsvSource({
        "$connect, connect",
        "$disconnect, disconnect",
        "$default, default",
        "ping, ping",
        "send_to-all, send_to-all"
    })
    void most_keys_name_themselves(String key, String name) {
        assertThat(RouteKeys.readable(key)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect",
                "a/b",
                "a b",
                "é",
                " ",
                "ping-function",
                "guard-authorizer",
                "a-b-c14cddc0",
                "a-key-that-is-longer-than-anybody-would-want-to-read-in-a-name"
            })
    void other_keys_have_a_digest_in_their_names(String key) {
        assertThat(RouteKeys.readable(key))
                .matches("[A-Za-z0-9_-]{0,32}-[0-9a-f]{8}")
                .isNotEqualTo(key);
    }

    @Test
    void no_two_keys_have_one_name() {
        assertThat(Stream.of("$connect", "connect", "a/b", "a-b", "a b", "a--b", "a?b", RouteKeys.readable("a/b"))
                        .map(RouteKeys::readable))
                .doesNotHaveDuplicates();
    }
}
