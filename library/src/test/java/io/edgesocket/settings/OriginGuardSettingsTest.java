package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import io.edgesocket.components.UsEast1;
import io.edgesocket.components.cdn.WebSocketOrigin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the guard as Pulumi hands them over: as one secret, of which no message shows anything. */
class OriginGuardSettingsTest {
    private static final String BLUE = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final String GREEN = "0b6d1f93a2c84e57b8d0e6f41a7c3952";
    private static final String ONE_KEY = "\"keys\": {\"blue\": \"" + BLUE + "\"}";
    private static final String TWO_KEYS = "\"keys\": {\"blue\": \"" + BLUE + "\", \"green\": \"" + GREEN + "\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + ONE_KEY + "}",
                "{" + ONE_KEY + ", \"sends\": \"blue\", \"kind\": \"apiKey\", \"enforced\": false}",
                "{" + ONE_KEY + ", \"kind\": \"header\", \"sentIn\": \"x-from-cdn\"}",
                "{" + TWO_KEYS + ", \"sends\": \"green\"}",
            })
    void these_are_accepted(String guard) {
        assertThat(parse(guard).originGuard()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                TWO_KEYS + " | sends: missing; with two keys, the name of the key that CloudFront sends",
                TWO_KEYS
                        + ", \"sends\": \"red\" | sends: no key of that name; the name of the key that CloudFront sends",
                "\"keys\": {} | keys: 0 keys; 1 to 2",
                "\"keys\": {\"a\": \"x\", \"b\": \"y\", \"c\": \"z\"}, \"sends\": \"a\" | keys: 3 keys; 1 to 2",
                "\"keys\": {\"blue\": \"hunter2\"} | keys.*: a secret; must be 32 to 128 letters and digits, made up by a machine: "
                        + "openssl rand -hex 32",
                "\"keys\": {\"blue\": \"hunter2abchunter2abchunter2abchunter2abc\"} | keys.*: the same characters over and over; 32 to 128 letters "
                        + "and digits, made up by a machine: openssl rand -hex 32",
                ONE_KEY
                        + ", \"sentIn\": \"x-from-cdn\" | sentIn: given for API keys; leave it out: API Gateway reads them from "
                        + "x-api-key",
                ONE_KEY
                        + ", \"kind\": \"header\", \"sentIn\": \"X-Amz-Key\" | sentIn: a secret; must be x- and lower-case letters, "
                        + "digits and -, other than x-api-key, x-real-ip, x-original-path, x-amz-…, x-amzn-…, x-edge-… and x-forwarded-…, which AWS and "
                        + "the CDN use themselves; at most 256 characters",
            })
    void these_are_refused_without_showing_a_key(String guard, String message) {
        assertThatThrownBy(() -> parse("{" + guard + "}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("edgesocket:originGuard." + message)
                .message()
                .doesNotContain("hunter2", BLUE, GREEN);
    }

    @Test
    void the_same_key_under_two_names_is_refused() {
        assertThatThrownBy(() -> parse(
                        "{\"keys\": {\"blue\": \"%s\", \"green\": \"%s\"}, \"sends\": \"blue\"}".formatted(BLUE, BLUE)))
                .hasMessage("edgesocket:originGuard.keys.*: the same key as under another name; a key "
                        + "of its own, or a rotation would change nothing");
    }

    @Test
    void the_guard_s_header_can_not_be_forwarded_from_viewers() {
        assertThatThrownBy(() -> parse("{" + ONE_KEY + "}", Map.of("edgesocket:cdn", "{\"headers\": [\"X-API-Key\"]}")))
                .hasMessage(
                        "edgesocket:cdn.headers: x-api-key; leave it out: the guard's key is sent there, and CloudFront "
                                + "takes no header that is both");
    }

    @Test
    void an_existing_api_is_sent_the_key() {
        var settings = parse("{" + ONE_KEY + "}", Map.of("edgesocket:endpoint", "wss://chat.example.com"));

        assertThat(settings.existing("wss://chat.example.com").adds("x-api-key"))
                .isTrue();
        assertThat(parse("{" + ONE_KEY + ", \"kind\": \"header\"}")
                        .existing("wss://chat.example.com")
                        .adds("x-origin-key"))
                .isTrue();
    }

    @Test
    void an_api_that_does_not_require_the_guard_is_told_before_it_is_put_behind_the_distribution() {
        var open = WebSocketOrigin.of(Output.of("example.com"), "live");

        assertThatThrownBy(() -> parse("{" + ONE_KEY + "}").toCdn(open, Optional.empty(), new UsEast1()))
                .hasMessage("edgesocket:originGuard: set, but "
                        + "$connect of the API doesn't require the guard; in App.java, give the guard to the API, .guard(guard), or "
                        + "leave this key out");
    }

    @Test
    void a_key_does_not_print() {
        assertThat(parse("{" + TWO_KEYS + ", \"sends\": \"blue\"}").toString())
                .contains("blue=[secret]", "green=[secret]")
                .doesNotContain(BLUE, GREEN);
    }

    private static Settings parse(String guard) {
        return parse(guard, Map.of());
    }

    private static Settings parse(String guard, Map<String, String> others) {
        var config = new HashMap<>(others);
        config.put("aws:region", "eu-west-1");
        config.put("edgesocket:originGuard", guard);
        return Settings.parse(config, Set.of("edgesocket:originGuard"));
    }
}
