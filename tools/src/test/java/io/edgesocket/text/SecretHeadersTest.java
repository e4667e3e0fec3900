package io.edgesocket.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

    /** Or a header would be dots in one place and open in another. */
    @Test
    void the_page_of_the_console_has_the_same_names() throws IOException {
        assertThat(expression("SECRET_NAME")).isEqualTo(SecretHeaders.NAMES.pattern());
        assertThat(expression("HANDSHAKE")).isEqualTo(SecretHeaders.HANDSHAKE.pattern());
    }

    private static String expression(String name) throws IOException {
        try (var page = SecretHeaders.class.getResourceAsStream("/io/edgesocket/console/page/dom.js")) {
            var declaration =
                    Pattern.compile("const " + name + " = /(.*)/i;").matcher(new String(page.readAllBytes(), UTF_8));
            return declaration.find() ? declaration.group(1) : "";
        }
    }
}
