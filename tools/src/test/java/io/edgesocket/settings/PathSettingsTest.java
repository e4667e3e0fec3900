package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.App;
import io.edgesocket.engine.Engine;
import io.edgesocket.engine.Registration;
import io.edgesocket.engine.StackConfig;
import io.edgesocket.engine.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of APIs below paths, as Pulumi hands them over: with them, all of {@code edgesocket:paths} is one secret. */
class PathSettingsTest {
    private static final String KEY = "f3a91c0d77be42589e6a0b1c2d4f8865";
    private static final String ORDERS = """
            {"/orders": {"endpoint": "wss://orders.example.com", "key": "%s"%s}, "/news": "wss://news.example.com"}""";

    @Test
    void the_distribution_sends_a_path_s_key_to_its_origin_alone() {
        var origins = origins(ORDERS.formatted(KEY, ", \"sentIn\": \"x-from-cdn\""));

        assertThat(headers(origins, "orders.example.com"))
                .containsExactly(
                        Map.of("name", Value.Text.of("x-from-cdn"), "value", new Value.Secret(Value.Text.of(KEY))));
        assertThat(headers(origins, "news.example.com")).isEmpty();
        assertThat(headers(origins, "chat.example.com")).isEmpty();
    }

    @Test
    void it_is_sent_where_api_gateway_looks_for_api_keys_unless_told_otherwise() {
        assertThat(headers(origins(ORDERS.formatted(KEY, "")), "orders.example.com"))
                .extracting(header -> header.get("name"))
                .containsExactly(Value.Text.of("x-api-key"));
    }

    @Test
    void a_key_does_not_print() {
        assertThat(parse(ORDERS.formatted(KEY, "")).toString())
                .contains("key=Optional[[secret]]")
                .doesNotContain(KEY);
        assertThat(origins(ORDERS.formatted(KEY, "")).toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"key\": \"hunter2\" | key: a secret; must be 20 or more letters, digits and signs, without spaces; at most 1783 "
                        + "characters",
                "\"key\": \"hunter2 hunter2 hunter2 hunter2\" | key: a secret; must be 20 or more letters, digits and signs, without "
                        + "spaces; at most 1783 characters",
                "\"sentIn\": \"hunter2\", \"key\": \"" + KEY
                        + "\" | sentIn: a secret; must be x- and lower-case letters, digits and "
                        + "-, other than x-amz-…, x-amzn-…, x-edge-… and x-forwarded-…, which are AWS's, x-real-ip and x-original-path; at most 256 characters",
                "\"sentIn\": \"x-original-path\", \"key\": \"" + KEY
                        + "\" | sentIn: a secret; must be x- and lower-case letters, "
                        + "digits and -, other than x-amz-…, x-amzn-…, x-edge-… and x-forwarded-…, which are AWS's, x-real-ip and x-original-path; at most 256 "
                        + "characters",
            })
    void these_are_refused_without_showing_anything(String settings, String message) {
        assertThatThrownBy(() -> parse("{\"/hunter2\": {\"endpoint\": \"wss://chat.example.com\", " + settings + "}}"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("edgesocket:paths.*." + message);
    }

    @Test
    void an_address_beside_a_key_is_not_shown_if_it_is_wrong() {
        assertThatThrownBy(() -> parse("{\"/orders\": \"wss://Hunter2.example.com\"}"))
                .hasMessageStartingWith("edgesocket:paths.*: a secret; must be a WebSocket address in lower case, ");
    }

    @Test
    void the_header_of_a_key_can_not_be_forwarded_from_viewers() {
        assertThatThrownBy(() ->
                        parse(ORDERS.formatted(KEY, ""), Map.of("edgesocket:cdn", "{\"headers\": [\"X-API-Key\"]}")))
                .hasMessage(
                        "edgesocket:paths.*.sentIn: forwarded from the viewer as well; CloudFront refuses a header that is "
                                + "both: name this one differently, or don't forward it");
    }

    private static Settings parse(String paths) {
        return parse(paths, Map.of());
    }

    private static Settings parse(String paths, Map<String, String> others) {
        return Settings.parse(config(paths, others), Set.of("edgesocket:paths"));
    }

    private static Map<String, String> config(String paths, Map<String, String> others) {
        var config = new HashMap<>(others);
        config.put("aws:region", "eu-west-1");
        config.put("edgesocket:paths", paths);
        return config;
    }

    private static List<Value> origins(String paths) {
        var config = config(paths, Map.of("edgesocket:endpoint", "wss://chat.example.com"));
        var registered = Engine.run(new StackConfig("chat", "dev", config, Set.of("edgesocket:paths")), App::stack);
        return registered.resources().stream()
                .filter(resource -> resource.type().equals("aws:cloudfront/distribution:Distribution"))
                .map(PathSettingsTest::origins)
                .findFirst()
                .orElseThrow();
    }

    private static List<Value> origins(Registration distribution) {
        return ((Value.Items) distribution.inputs().values().get("origins")).values();
    }

    private static List<Map<String, Value>> headers(List<Value> origins, String host) {
        return origins.stream()
                .map(origin -> ((Value.Fields) origin).values())
                .filter(origin -> origin.get("domainName").equals(Value.Text.of(host)))
                .map(origin -> (Value.Items) origin.getOrDefault("customHeaders", new Value.Items(List.of())))
                .flatMap(headers -> headers.values().stream())
                .<Map<String, Value>>map(header -> ((Value.Fields) header).values())
                .toList();
    }
}
