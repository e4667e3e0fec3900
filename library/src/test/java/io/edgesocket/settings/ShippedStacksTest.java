package io.edgesocket.settings;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.edgesocket.settings.schema.KeyListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The stacks' files that this project comes with. */
class ShippedStacksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TO_COME = "\"<secret>\"";
    private static final String A_SECRET = "f3a91c0d77be42589e6a0b1c2d4f8865";

    @ParameterizedTest
    @ValueSource(strings = {"Pulumi.dev.yaml", "Pulumi.prod.yaml"})
    void are_accepted(String file) throws IOException {
        assertAccepted(config(read(file)));
    }

    /** A salt would decide for the user how secrets are encrypted. */
    @ParameterizedTest
    @ValueSource(strings = {"Pulumi.dev.yaml", "Pulumi.prod.yaml"})
    void hold_no_secrets(String file) throws IOException {
        assertThat(read(file)).doesNotContain("encryptionsalt");
        assertThat(read(file)).doesNotContain("secure:");
    }

    @Test
    void who_deploys_prod_for_the_first_time_is_told_what_to_set() throws IOException {
        var config = config(read("Pulumi.prod.yaml"));
        assertThatThrownBy(() -> Settings.parse(config, Set.of()))
                .hasMessageContaining("edgesocket:originGuard.keys.blue: not set yet; "
                        + "pulumi config set --secret --path edgesocket:originGuard.keys.blue; allowed: 32 to 128")
                .hasMessageContaining("edgesocket:domain.names[0]: \"chat.example.com\" is an example; put your own")
                .hasMessageContaining(
                        "edgesocket:users.issuer: \"https://auth.example.com\" is an example; put your own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pulumi.dev.yaml", "Pulumi.prod.yaml"})
    void name_the_schema_for_editors(String file) throws IOException {
        assertThat(read(file)).startsWith("# yaml-language-server: $schema=docs/settings.schema.json\n");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void dev_shows_every_key(String name) throws IOException {
        assertThat(read("Pulumi.dev.yaml")).containsPattern("\\b" + name + "\\b");
    }

    static Stream<String> keys() {
        return SettingsListing.rows().stream()
                .map(KeyListing.Row::key)
                .map(key -> key.substring(1 + Math.max(key.lastIndexOf('.'), key.indexOf(':'))))
                .distinct();
    }

    @Test
    void the_keys_that_dev_shows_as_comments_are_accepted() throws IOException {
        var config = config(uncommented(read("Pulumi.dev.yaml")));

        assertThat(config)
                .containsKeys(
                        "edgesocket:endpoint",
                        "edgesocket:domain",
                        "edgesocket:edge",
                        "edgesocket:originGuard",
                        "edgesocket:paths");
        config.remove("edgesocket:endpoint"); // instead of a stage
        assertAccepted(config);
    }

    /** As Pulumi hands it over once it has decrypted it. */
    private static void assertAccepted(Map<String, String> config) {
        var decrypted = new LinkedHashMap<String, String>();
        config.forEach((key, value) -> decrypted.put(key, value.replace(TO_COME, '"' + A_SECRET + '"')));
        var secretKeys = config.keySet().stream()
                .filter(key -> !decrypted.get(key).equals(config.get(key)))
                .collect(toSet());
        assertThatCode(() -> Settings.parse(decrypted, secretKeys)).doesNotThrowAnyException();
    }

    /** A comment that is one word and a colon is a key, but for the words "Default: none". */
    private static String uncommented(String yaml) {
        return yaml.lines()
                .map(line -> line.replaceFirst("^( *)# ( *[A-Za-z0-9_:/.]+:( .*)?)$", "$1$2"))
                .map(line -> line.replaceFirst("^ *Default: .*", ""))
                .collect(joining("\n"));
    }

    private static Map<String, String> config(String yaml) {
        var file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        var config = new LinkedHashMap<String, String>();
        ((Map<?, ?>) file.get("config")).forEach((key, value) -> config.put(key.toString(), text(value)));
        return config;
    }

    /** As Pulumi hands it to a program. */
    private static String text(Object value) {
        try {
            return value instanceof Map ? JSON.writeValueAsString(value) : value.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
