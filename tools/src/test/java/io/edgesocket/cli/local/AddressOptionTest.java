package io.edgesocket.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressOptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:3000", "https://backend.example.com", "http://[::1]:8080/"})
    void an_address_is_a_scheme_a_host_and_a_port(String address) {
        assertThat(AddressOption.of("--vpc-link", Map.of("backend", address), 3000))
                .containsEntry("backend", URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3000",
                "127.0.0.1:3000",
                "ws://127.0.0.1:3000",
                "http://",
                "http://127.0.0.1:3000/in",
                "http://a b",
                "http:///v1"
            })
    void anything_else_is_refused_with_an_example(String address) {
        assertThatThrownBy(() -> AddressOption.of("--vpc-link", Map.of("backend", address), 3000))
                .hasMessage("--vpc-link backend=" + address
                        + ": give a scheme, a host and a port, and no path, such as backend=http://127.0.0.1:3000");
    }

    @Test
    void the_example_is_of_the_option_that_was_given() {
        assertThatThrownBy(() -> AddressOption.of("--service", Map.of("sqs", "4566"), 4566))
                .hasMessage(
                        "--service sqs=4566: give a scheme, a host and a port, and no path, such as sqs=http://127.0.0.1:4566");
    }
}
