package io.edgesocket.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Proxy-Authorization",
                "Cookie",
                "x-amz-security-token",
                "X-Api-Key",
                "X-Origin-Key",
                "X-Client-Secret",
                "X-Password",
                "X-Credential",
                "X-Session-Id",
                "X-Signature",
                "X-Jwt-Assertion"
            })
    void a_header_that_lets_somebody_in_is_secret(String name) {
        assertThat(SecretHeaders.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Host", "Origin", "User-Agent", "Via", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "X-Tenant"})
    void any_other_is_not(String name) {
        assertThat(SecretHeaders.isSecret(name)).isFalse();
    }
}
