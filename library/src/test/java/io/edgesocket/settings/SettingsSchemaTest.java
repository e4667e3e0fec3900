package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor makes of a stack's file, through a validator that isn't ours. */
class SettingsSchemaTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(SettingsSchema.json());
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** To refresh it: {@code ./edgesocket settings --format schema > docs/settings.schema.json} */
    @Test
    void the_file_that_editors_read_is_what_the_program_writes() throws IOException {
        assertThat(Path.of("docs/settings.schema.json")).hasContent(SettingsSchema.json());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void what_the_program_accepts_is_valid(Example example) throws IOException {
        assertThat(validate(example)).isEmpty();
    }

    static Stream<Example> accepted() {
        return Example.in("accepted.txt");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_the_program_refuses_is_invalid(Example example) throws IOException {
        assertThat(validate(example)).isNotEmpty();
    }

    static Stream<Example> refused() {
        return Example.in("refused.txt");
    }

    @ParameterizedTest
    @MethodSource("refusedByTheProgramAlone")
    void some_rules_are_beyond_a_schema(Example example) throws IOException {
        assertThat(validate(example)).isEmpty();
    }

    static Stream<Example> refusedByTheProgramAlone() {
        return Example.in("refused-by-the-program-alone.txt");
    }

    @Test
    void an_encrypted_value_may_stand_where_a_secret_may() throws IOException {
        assertThat(validate(new Example(
                        "edgesocket:functions",
                        "{\"environment\": {\"TOKEN\": {\"secure\": \"v1:abc:def\"}}}",
                        List.of())))
                .isEmpty();
    }

    @Test
    void a_path_may_be_an_address_or_an_object_with_an_encrypted_key() throws IOException {
        assertThat(validate(new Example("edgesocket:paths", """
                {"/news": "wss://news.example.com",
                 "/orders": {"endpoint": "wss://orders.example.com", "key": {"secure": "v1:abc:def"}, "sentIn": "x-key"}}
                """, List.of()))).isEmpty();
    }

    @Test
    void keys_of_other_namespaces_may_stand_beside() throws IOException {
        assertThat(validate(new Example("aws:profile", "dev", List.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"topics\": {\"edge\": \"arn:aws:sns:us-east-1:123456789012:alarms\"}} | true",
                "{\"topics\": {\"edge\": \"arn:aws:sns:us-east-1:123456789012:alarms\", "
                        + "\"regional\": \"arn:aws:sns:eu-west-1:123456789012:alarms\"}} | false",
                "{\"emails\": [\"ops@example.com\"], \"distributionErrors\": 5} | true",
                "{\"emails\": [\"ops@example.com\"], \"clientErrors\": 5} | false",
            })
    void of_an_existing_endpoint_only_the_distribution_is_watched(String alarms, boolean valid) throws IOException {
        assertThat(validate(Map.of(
                                "aws:region",
                                "eu-west-1",
                                "edgesocket:endpoint",
                                "wss://a.example.com",
                                "edgesocket:alarms",
                                alarms))
                        .isEmpty())
                .isEqualTo(valid);
    }

    private static Set<ValidationMessage> validate(Example example) throws IOException {
        return validate(example.config());
    }

    private static Set<ValidationMessage> validate(Map<String, String> given) throws IOException {
        var config = JSON.createObjectNode();
        given.forEach((key, value) -> config.set(key, inYaml(key, value)));
        return SCHEMA.validate(JSON.createObjectNode().set("config", config));
    }

    /** As it stands in the stack's file: not as text, unless it is one. */
    private static JsonNode inYaml(String key, String value) {
        try {
            return Set.of("aws:region", "edgesocket:endpoint").contains(key)
                    ? TextNode.valueOf(value)
                    : JSON.readTree(value);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(value);
        }
    }
}
