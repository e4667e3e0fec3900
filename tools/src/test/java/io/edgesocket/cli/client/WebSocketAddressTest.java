package io.edgesocket.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.edgesocket.cli.call.UsageException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"wss://chat.example.com", "ws://127.0.0.1:8080/a@b?token=x", "ws://[::1]:8080/"})
    void an_address_with_a_host_and_perhaps_more_is_one(String written) {
        assertThat(WebSocketAddress.of(written)).isEqualTo(URI.create(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://user:p4ssword@chat.example.com/",
                "wss://p4ssword@chat.example.com/#x",
                "https://user:p4ssword@chat.example.com/",
                "wss://user:p4ss word@chat.example.com/p4ssword@x",
                "user:p4ssword@chat.example.com",
                "https://chat.example.com/?token=p4ssword"
            })
    void a_password_is_refused_and_not_repeated(String written) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> WebSocketAddress.of(written))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("p4ss"));
    }

    @Test
    void what_stands_before_the_host_is_named() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> WebSocketAddress.of("wss://user:p4ssword@chat.example.com/live"))
                .withMessageStartingWith(
                        "\"wss://…@chat.example.com/live\" has a user's name or a password before its host")
                .withMessageContaining("--header 'Authorization: …'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss://chat.example.com/#a", "wss://chat.example.com#"})
    void a_fragment_is_refused(String written) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> WebSocketAddress.of(written))
                .withMessageStartingWith("\"" + written + "\" has a fragment, which RFC 6455 (3) forbids");
    }

    @Test
    void a_port_that_does_not_exist_is_refused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> WebSocketAddress.of("ws://127.0.0.1:65536/"))
                .withMessage("\"ws://127.0.0.1:65536/\" has the port 65536: give one of 1 to 65535");
    }
}
