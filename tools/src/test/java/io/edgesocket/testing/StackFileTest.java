package io.edgesocket.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.engine.project.StackFileValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program gets of a stack's file under mocks, it gets under {@code pulumi} too. */
class StackFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_project() throws IOException {
        write(
                "Pulumi.yaml",
                "name: shop\nruntime: java\nconfig: {size: {type: integer, default: 7}, on: {value: true}}\n");
    }

    /** Of the table, that the Pulumi CLI itself is held to, some rows are refused; no row is read as something else. */
    @Test
    void values_are_those_that_pulumi_hands_over_or_are_refused() throws IOException {
        var values = new HashMap<String, String>();
        var refused = new ArrayList<String>();
        for (var row : StackFileValues.asStackFile().lines().skip(1).toList()) {
            try {
                values.putAll(read("config:\n" + row + "\n").values());
            } catch (IllegalArgumentException e) {
                refused.add(row.replaceFirst("^[^:]*:[^:]*: ", ""));
            }
        }

        values.keySet().removeAll(List.of("shop:size", "shop:on"));
        StackFileValues.assertTheTableHas(values);
        assertThat(refused)
                .contains("010", "0x1F", "1_000", "1e3", "2024-01-02", "{value: 010}")
                .doesNotContain("7", "1.0", "yes", "1:30", "True", "\"010\"", "~", "{value: 1.5}");
    }

    @Test
    void a_default_of_the_project_holds_where_the_stack_says_nothing() throws IOException {
        assertThat(read("config: {shop:size: 8}\n").values())
                .containsEntry("shop:size", "8")
                .containsEntry("shop:on", "true");
    }

    @Test
    void an_object_is_json() throws IOException {
        assertThat(read("config: {stage: {name: live, burst: 5, on: true, list: [a, 1, 2.50]}}\n")
                        .values())
                .containsEntry("shop:stage", "{\"burst\":5,\"list\":[\"a\",1,2.5],\"name\":\"live\",\"on\":true}");
    }

    @Test
    void a_secret_is_a_placeholder_of_its_own() throws IOException {
        var stack = read("config:\n  shop:token: {secure: v1:abc}\n  shop:keys: {blue: {secure: v1:def}}\n");

        assertThat(stack.secretKeys()).containsExactlyInAnyOrder("shop:token", "shop:keys");
        assertThat(stack.values().get("shop:token")).matches("secret[0-9a-f]{32}");
        assertThat(stack.values().get("shop:keys")).matches("\\{\"blue\":\"secret[0-9a-f]{32}\"}");
        assertThat(stack.values().get("shop:keys"))
                .doesNotContain(stack.values().get("shop:token"));
    }

    @Test
    void a_secret_that_is_to_come_is_a_placeholder_too() throws IOException {
        var stack = read("config:\n  shop:keys: {blue: <secret>}\n");

        assertThat(stack.secretKeys()).containsExactly("shop:keys");
        assertThat(stack.values().get("shop:keys")).matches("\\{\"blue\":\"secret[0-9a-f]{32}\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "config: [a       | Pulumi.dev.yaml:2:1: expected ',' or ']', but got <stream end>",
                "- config         | Pulumi.dev.yaml: holds no mapping; it must begin with a key, such as \"config:\"",
                "config: eu       | Pulumi.dev.yaml: config is no mapping; it holds keys, such as \"aws:region: eu-west-1\"",
                "config: {a: 010} | Pulumi.dev.yaml:1:13: \"010\" is a number or a time of a kind that not all read alike: write it as a decimal number, or in quotes if it is a text",
            })
    void what_can_t_be_read_is_told_with_its_place(String content, String message) {
        assertThatThrownBy(() -> read(content + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config: {a: 1, a: 2}", "a: !!java.lang.Object {}"})
    void what_pulumi_refuses_is_refused(String content) {
        assertThatThrownBy(() -> read(content + "\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_stack_that_is_not_there_is_told_with_those_that_are() throws IOException {
        write("Pulumi.dev.yaml", "");
        write("Pulumi.prod.yaml", "");

        assertThatThrownBy(() -> StackTest.of(folder, "stage"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no stack \"stage\": there is no Pulumi.stage.yaml; the stacks here are dev, prod");
    }

    @Test
    void a_folder_without_a_project_is_told() throws IOException {
        Files.delete(folder.resolve("Pulumi.yaml"));

        assertThatThrownBy(() -> StackTest.of(folder, "dev"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no Pulumi.yaml in ")
                .hasMessageEndingWith(": give the project's folder, as in StackTest.of(Path.of(\"..\"), \"dev\")");
    }

    @Test
    void stack_files_stand_where_the_project_says() throws IOException {
        write("Pulumi.yaml", "name: shop\nstackConfigDir: stacks\n");
        Files.createDirectory(folder.resolve("stacks"));
        write("stacks/Pulumi.dev.yaml", "config: {size: 8}");

        assertThat(StackFile.read(folder, "dev").values()).isEqualTo(Map.of("shop:size", "8"));
    }

    private StackConfiguration read(String stackFile) throws IOException {
        write("Pulumi.dev.yaml", stackFile);
        return StackFile.read(folder, "dev");
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
