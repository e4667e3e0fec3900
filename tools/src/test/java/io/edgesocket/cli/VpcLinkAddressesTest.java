package io.edgesocket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VpcLinkAddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:3000", "https://backend.example.com", "http://[::1]:8080/"})
    void an_address_is_a_scheme_a_host_and_a_port(String address) {
        assertThat(VpcLinkAddresses.of(Map.of("backend", address))).containsEntry("backend", URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3000", "127.0.0.1:3000", "ws://127.0.0.1:3000", "http://", "http://127.0.0.1:3000/in"})
    void anything_else_is_refused_with_an_example(String address) {
        assertThatThrownBy(() -> VpcLinkAddresses.of(Map.of("backend", address)))
                .hasMessage("--vpc-link backend=" + address
                        + ": give a scheme, a host and a port, such as backend=http://127.0.0.1:3000");
    }
}
