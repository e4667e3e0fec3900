package io.edgesocket.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.edgesocket.engine.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program gets the same values from a stack's file as under {@code pulumi}. */
class StackFileTest {
    @TempDir
    Path folder;

    @Test
    void values_are_those_that_pulumi_hands_over() throws IOException {
        StackFileValues.assertAreThoseOfTheTable(values(StackFileValues.asStackFile()));
    }

    @Test
    void an_anchor_s_mapping_is_merged_where_it_is_named() throws IOException {
        assertThat(values("config:\n  size: &size {r: 1, s: 2}\n  stage: {<<: *size, r: 3}\n"))
                .containsEntry("shop:stage", "{\"r\":3,\"s\":2}");
    }

    @Test
    void an_empty_value_of_the_stack_hides_the_project_s_default() throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nconfig: {size: {type: integer, default: 7}}\n");
        assertThat(read("config: {size: ~}\n")).containsEntry("shop:size", "");
    }

    @Test
    void each_value_says_where_it_is_written() throws IOException {
        Files.writeString(
                folder.resolve("Pulumi.yaml"), "name: shop\nconfig: {size: {default: 7}, title: {default: chat}}\n");
        Files.writeString(
                folder.resolve("Pulumi.dev.yaml"),
                "environment: {values: {pulumiConfig: {color: blue}}}\nconfig: {size: 8}\n");
        assertThat(Project.at(folder).stack("dev").sources())
                .containsOnly(
                        entry("shop:size", "Pulumi.dev.yaml"),
                        entry("shop:title", "Pulumi.yaml"),
                        entry("shop:color", "Pulumi ESC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.Inf", ".nan", "!!int x"})
    void what_no_setting_can_hold_is_refused_with_its_place(String value) {
        assertThatThrownBy(() -> values("config:\n  size: " + value + "\n"))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("Pulumi.dev.yaml:2:9: \"")
                .hasMessageEndingWith("\" is no number that a setting can hold");
    }

    @Test
    void a_character_that_YAML_does_not_allow_is_named_with_its_place() {
        assertThatThrownBy(() -> values("config: {a: x\u001b}\n"))
                .isInstanceOf(ProjectException.class)
                .hasMessage(
                        "Pulumi.dev.yaml: holds the character U+001B, the 14. of the file, which YAML doesn't allow: take "
                                + "it out");
    }

    @Test
    void a_setting_beside_config_is_refused_and_not_passed_over() {
        assertThatThrownBy(() -> values("config:\n  aws:region: eu-west-1\nedgesocket:users: {}\n"))
                .isInstanceOf(ProjectException.class)
                .hasMessage(
                        "Pulumi.dev.yaml: edgesocket:users stands beside config, where Pulumi passes it over: write it "
                                + "below config, two spaces further in");
    }

    @Test
    void settings_below_another_key_than_config_are_refused_and_not_passed_over() {
        assertThatThrownBy(() -> values("confg:\n  aws:region: eu-west-1\n"))
                .isInstanceOf(ProjectException.class)
                .hasMessage("Pulumi.dev.yaml: aws:region stands below confg, where Pulumi passes it over: write config "
                        + "instead of confg");
    }

    @Test
    void settings_below_another_key_are_nothing_wrong_where_config_takes_them() throws IOException {
        assertThat(values("common: &common\n  aws:region: eu-west-1\nconfig: *common\n"))
                .containsExactly(Map.entry("aws:region", "eu-west-1"));
    }

    private Map<String, String> values(String stackFile) throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        return read(stackFile);
    }

    private Map<String, String> read(String stackFile) throws IOException {
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), stackFile);
        return Project.at(folder).stack("dev").values();
    }
}
