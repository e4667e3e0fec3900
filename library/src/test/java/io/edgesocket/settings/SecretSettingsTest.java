package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.settings.schema.Megabytes;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message may name a setting that is a secret, or holds one; it shows nothing of it. */
class SecretSettingsTest {

    @Test
    void an_environment_variable_beside_a_secret_is_kept_as_one() {
        var token = parse("edgesocket:functions", "{\"environment\": {\"TOKEN\": \"hunter2\"}}")
                .functions()
                .environment()
                .get("TOKEN");

        assertThat(token.text()).isEqualTo("hunter2");
        assertThat(token.secret()).isTrue();
    }

    @Test
    void a_secret_does_not_print() {
        assertThat(parse("edgesocket:functions", "{\"environment\": {\"TOKEN\": \"hunter2\"}}")
                        .toString())
                .contains("TOKEN=[secret]")
                .doesNotContain("hunter2");
    }

    @Test
    void a_value_in_a_key_with_a_secret_is_not_shown() {
        assertRefused(
                "edgesocket:functions",
                "{\"timeout\": \"hunter2\"}",
                "edgesocket:functions.timeout: a secret; must be a duration from 1s to 15m; units s, m, h, d");
    }

    @Test
    void a_text_that_is_no_json_is_not_shown() {
        assertRefused(
                "edgesocket:functions",
                "hunter2",
                "edgesocket:functions: a secret; must be an object with the keys "
                        + "memory, timeout, environment, tracing, reservedConcurrency, snapStart, provisionedConcurrency, "
                        + "architecture, layers, ephemeralStorage, vpc, role, logRetention");
    }

    @Test
    void the_name_of_an_unknown_key_is_not_shown() {
        assertRefused(
                "edgesocket:stage",
                "{\"hunter2\": 1}",
                "edgesocket:stage.*: unknown key; known here: name, "
                        + "description, throttling, routes, variables, accessLogs, executionLogs, detailedMetrics");
    }

    @Test
    void a_name_that_the_user_chose_is_not_shown() {
        assertRefused(
                "edgesocket:functions",
                "{\"environment\": {\"hunter-2\": \"x\"}}",
                "edgesocket:functions.environment.*: a secret; must be two characters or more, a letter and then letters, digits and _, and no name "
                        + "that Lambda, the API, edgesocket:users or edgesocket:originGuard sets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "edgesocket:endpoint | wss://hunter2.example.com",
                "edgesocket:cdn      | {\"comment\": \"hunter2\"}",
                "edgesocket:domain   | {\"names\": [\"hunter2.example.com\"]}",
                "edgesocket:edge     | {\"viewerRequest\": {\"code\": \"hunter2.js\"}}",
                "edgesocket:tags     | {\"owner\": \"hunter2\"}",
            })
    void what_aws_would_show_to_others_can_not_be_a_secret(String key, String value) {
        assertRefused(
                key,
                value,
                key + ": a secret; AWS shows it to everyone who may look, so it can't be one: set it without --secret");
    }

    @Test
    void what_stands_beside_a_secret_is_read_as_ever() {
        assertThat(parse("edgesocket:functions", "{\"memory\": \"1GB\"}")
                        .functions()
                        .memory())
                .isEqualTo(new Megabytes(1024));
    }

    @Test
    void other_keys_are_shown_as_ever() {
        assertThatThrownBy(() -> Settings.parse(
                        Map.of("aws:region", "here", "edgesocket:functions", "{}"), Set.of("edgesocket:functions")))
                .hasMessageStartingWith("aws:region: \"here\"; ");
    }

    private static void assertRefused(String key, String value, String message) {
        assertThatThrownBy(() -> parse(key, value))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }

    private static Settings parse(String secretKey, String value) {
        return Settings.parse(Map.of("aws:region", "eu-west-1", secretKey, value), Set.of(secretKey));
    }
}
