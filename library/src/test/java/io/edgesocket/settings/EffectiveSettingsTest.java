package io.edgesocket.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.settings.schema.EffectiveValues.Origin;
import io.edgesocket.settings.schema.EffectiveValues.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {

    @Test
    void what_is_given_has_its_value() {
        var rows = of(Map.of("edgesocket:functions", "{\"memory\":\"1GB\"}"));
        assertThat(row(rows, "edgesocket:functions.memory").value()).isEqualTo("1GB");
        assertThat(row(rows, "edgesocket:functions.memory").origin()).isEqualTo(Origin.GIVEN);
    }

    @Test
    void what_is_left_out_has_its_default_also_beside_a_key_that_is_given() {
        var rows = of(Map.of("edgesocket:functions", "{\"memory\":\"1GB\"}"));
        assertThat(row(rows, "edgesocket:functions.timeout"))
                .isEqualTo(new Row(
                        "edgesocket:functions.timeout",
                        "10s",
                        Origin.DEFAULT,
                        "How long one call may run. API Gateway stops waiting after 29s, whatever stands here."));
        assertThat(row(rows, "edgesocket:stage.name").origin()).isEqualTo(Origin.DEFAULT);
    }

    @Test
    void an_optional_group_that_is_left_out_is_unset_and_its_keys_have_no_defaults() {
        var rows = of(Map.of());
        assertThat(row(rows, "edgesocket:users").origin()).isEqualTo(Origin.UNSET);
        assertThat(rows).extracting(Row::key).noneMatch(key -> key.startsWith("edgesocket:users."));
    }

    @Test
    void a_key_that_the_user_chose_is_in_its_path() {
        var rows = of(Map.of("edgesocket:tags", "{\"environment\":\"dev\"}"));
        assertThat(row(rows, "edgesocket:tags.environment").value()).isEqualTo("dev");
    }

    @Test
    void a_value_that_stands_for_a_group_is_told_under_its_key() {
        var rows = of(Map.of("edgesocket:paths", "{\"/orders\":\"wss://orders.example.com\"}"));
        assertThat(row(rows, "edgesocket:paths[\"/orders\"].endpoint").value()).isEqualTo("wss://orders.example.com");
    }

    @Test
    void a_secret_is_in_no_row() {
        var rows = EffectiveSettings.of(
                Map.of(
                        "aws:region",
                        "eu-west-1",
                        "edgesocket:originGuard",
                        "{\"kind\":\"apiKey\",\"keys\":{\"blue\":\"0123456789abcdef0123456789abcdef\"}}",
                        "edgesocket:functions",
                        "{\"environment\":{\"TOKEN\":\"s3cret\",\"LEVEL\":\"s3cret\"}}"),
                Set.of("edgesocket:originGuard", "edgesocket:functions"));
        assertThat(rows.toString()).contains("[secret]").doesNotContain("0123456789abcdef", "s3cret");
        assertThat(row(rows, "edgesocket:functions.timeout").value()).isEqualTo("10s");
    }

    @Test
    void what_an_endpoint_leaves_without_effect_is_not_told() {
        var rows = of(Map.of("edgesocket:endpoint", "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live"));
        assertThat(rows)
                .extracting(Row::key)
                .contains("edgesocket:endpoint", "edgesocket:cdn.priceClass")
                .noneMatch(key -> key.startsWith("edgesocket:stage") || key.startsWith("edgesocket:functions"));
    }

    @Test
    void every_key_of_the_listing_that_is_no_group_and_not_in_an_unset_one_is_told() {
        var told = of(Map.of()).stream().map(Row::key).toList();
        assertThat(SettingsListing.rows())
                .filteredOn(row -> row.byDefault().matches(".+") && !row.key().contains("*"))
                .filteredOn(row -> !row.byDefault().equals("required"))
                .filteredOn(row -> told.stream().noneMatch(key -> row.key().startsWith(key + ".")))
                .allSatisfy(row -> assertThat(told).contains(row.key()));
    }

    private static List<Row> of(Map<String, String> config) {
        return EffectiveSettings.of(config, Set.of());
    }

    private static Row row(List<Row> rows, String key) {
        return rows.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
}
