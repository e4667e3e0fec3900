package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A message may name a setting that is a secret, or holds one; it shows nothing of it. */
class SecretSettingsTest {

    @Test
    void an_environment_variable_beside_a_secret_is_kept_as_one() {
        var token = parse("edgesocket:functions", "{\"environment\": {\"TOKEN\": \"hunter2\"}}")
                .functions().environment().get("TOKEN");

        assertThat(token.text()).isEqualTo("hunter2");
        assertThat(token.secret()).isTrue();
    }

    @Test
    void a_secret_does_not_print() {
        assertThat(parse("edgesocket:functions", "{\"environment\": {\"TOKEN\": \"hunter2\"}}").toString())
                .contains("TOKEN=[secret]")
                .doesNotContain("hunter2");
    }

    @Test
    void a_value_in_a_key_with_a_secret_is_not_shown() {
        assertRefused("edgesocket:functions", "{\"timeout\": \"hunter2\"}",
                "edgesocket:functions.timeout: a secret; must be a duration from 1s to 15m; units s, m, h, d");
    }

    @Test
    void a_text_that_is_no_json_is_not_shown() {
        assertRefused("edgesocket:functions", "hunter2", "edgesocket:functions: a secret; must be an object with the keys "
                + "memory, timeout, environment, tracing, reservedConcurrency, logRetention");
    }

    @Test
    void the_name_of_an_unknown_key_is_not_shown() {
        assertRefused("edgesocket:edge", "{\"hunter2\": 1}",
                "edgesocket:edge.*: unknown key; known here: viewerRequest, viewerResponse, originRequest, originResponse");
    }

    @Test
    void a_name_that_the_user_chose_is_not_shown() {
        assertRefused("edgesocket:functions", "{\"environment\": {\"hunter-2\": \"x\"}}",
                "edgesocket:functions.environment.*: a secret; must be a letter, then letters, digits and _, and no name "
                        + "that Lambda keeps for itself");
    }

    @Test
    void other_keys_are_shown_as_ever() {
        assertThatThrownBy(() -> Settings.parse(
                Map.of("aws:region", "here", "edgesocket:functions", "{}"), Set.of("edgesocket:functions")))
                .hasMessageStartingWith("aws:region: \"here\"; ");
    }

    private static void assertRefused(String key, String value, String message) {
        assertThatThrownBy(() -> parse(key, value)).isInstanceOf(SettingsException.class).hasMessage(message);
    }

    private static Settings parse(String secretKey, String value) {
        return Settings.parse(Map.of("aws:region", "eu-west-1", secretKey, value), Set.of(secretKey));
    }
}
