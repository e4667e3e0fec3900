package io.edgesocket.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edgesocket.engine.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_project() throws IOException {
        write("Pulumi.yaml", "name: shop\nruntime: java\n");
    }

    @Test
    void a_scalar_is_handed_over_as_text() throws IOException {
        write("Pulumi.dev.yaml", "config: {aws:region: eu-west-1, shop:size: 7, shop:on: true}");
        assertThat(values()).containsEntry("shop:size", "7").containsEntry("shop:on", "true");
    }

    @Test
    void an_object_is_handed_over_as_json() throws IOException {
        write("Pulumi.dev.yaml", "config: {shop:stage: {name: live, burst: 5, on: true, list: [a, 1]}}");
        assertThat(values())
                .containsEntry("shop:stage", "{\"burst\":5,\"list\":[\"a\",1],\"name\":\"live\",\"on\":true}");
    }

    @Test
    void a_key_without_namespace_is_the_project_s() throws IOException {
        write("Pulumi.dev.yaml", "config: {size: 7}");
        assertThat(values()).containsEntry("shop:size", "7");
    }

    @Test
    void a_default_of_the_project_holds_where_the_stack_says_nothing() throws IOException {
        write("Pulumi.yaml", "name: shop\nconfig: {size: {type: integer, default: 7}, aws:region: {value: eu-west-1}}");
        write("Pulumi.dev.yaml", "config: {aws:region: us-east-1}");
        assertThat(values()).containsEntry("shop:size", "7").containsEntry("aws:region", "us-east-1");
    }

    @Test
    void an_empty_stack_file_is_a_stack_without_configuration() throws IOException {
        write("Pulumi.dev.yaml", "");
        assertThat(values()).isEmpty();
    }

    @Test
    void a_folder_without_a_project_is_refused() throws IOException {
        Files.delete(folder.resolve("Pulumi.yaml"));
        assertThatThrownBy(() -> Project.at(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("no Pulumi.yaml")
                .hasMessageContaining("run this in the project's folder");
    }

    @Test
    void an_unknown_stack_is_refused_with_those_there_are() throws IOException {
        write("Pulumi.dev.yaml", "");
        write("Pulumi.prod.yaml", "");
        assertThatThrownBy(() -> Project.at(folder).stack("stage"))
                .isInstanceOf(ProjectException.class)
                .hasMessage("no stack \"stage\": there is no Pulumi.stage.yaml; the stacks here are dev, prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/dev", "acme/shop/dev"})
    void a_stack_is_known_by_its_qualified_name_too(String qualified) throws IOException {
        write("Pulumi.dev.yaml", "config: {size: 7}");
        var stack = Project.at(folder).stack(qualified);
        assertThat(stack.stack()).isEqualTo("dev");
        assertThat(stack.values()).containsEntry("shop:size", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "acme/shop/..", "a b", "dev/", "", "a/b/c/dev", "dév"})
    void what_is_no_name_of_a_stack_is_refused(String name) throws IOException {
        write("Pulumi.dev.yaml", "");
        assertThatThrownBy(() -> Project.at(folder).stack(name))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith("no stack \"" + name + "\": ")
                .hasMessageEndingWith("the stacks here are dev");
    }

    @Test
    void stack_files_stand_where_the_project_says() throws IOException {
        write("Pulumi.yaml", "name: shop\nstackConfigDir: stacks\n");
        Files.createDirectory(folder.resolve("stacks"));
        write("stacks/Pulumi.dev.yaml", "config: {size: 7}");
        assertThat(Project.at(folder).stacks()).containsExactly("dev");
        assertThat(values()).containsEntry("shop:size", "7");
    }

    @Test
    void a_folder_of_stack_files_that_is_missing_is_refused() throws IOException {
        write("Pulumi.yaml", "name: shop\nstackConfigDir: stacks\n");
        assertThatThrownBy(() -> Project.at(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessage("Pulumi.yaml: stackConfigDir: there is no folder stacks");
    }

    @Test
    void a_stack_without_a_file_in_a_project_without_stacks_says_how_to_begin() {
        assertThatThrownBy(() -> Project.at(folder).stack("dev"))
                .isInstanceOf(ProjectException.class)
                .hasMessage("no stack \"dev\": there is no Pulumi.dev.yaml; no stack has a file here yet");
    }

    @Test
    void a_project_file_of_the_other_spelling_is_refused_with_the_right_one() throws IOException {
        Files.move(folder.resolve("Pulumi.yaml"), folder.resolve("Pulumi.yml"));
        assertThatThrownBy(() -> Project.at(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageEndingWith("there is a Pulumi.yml: rename it to Pulumi.yaml");
    }

    @Test
    void a_stack_file_of_the_other_spelling_is_refused_with_the_right_one() throws IOException {
        write("Pulumi.dev.yml", "");
        write("Pulumi.prod.yaml", "");
        assertThatThrownBy(() -> Project.at(folder).stack("dev"))
                .isInstanceOf(ProjectException.class)
                .hasMessage("no stack \"dev\": there is a Pulumi.dev.yml: rename it to Pulumi.dev.yaml");
    }

    @Test
    void a_mistake_in_yaml_is_given_with_line_and_column() throws IOException {
        write("Pulumi.dev.yaml", "config:\n  aws:region: [eu-west-1\n");
        assertThatThrownBy(this::values)
                .isInstanceOf(ProjectException.class)
                .hasMessageMatching("Pulumi.dev.yaml:3:1: .*expected ',' or ']'.*");
    }

    @Test
    void a_stack_file_that_is_no_mapping_is_refused() throws IOException {
        write("Pulumi.dev.yaml", "- config\n");
        assertThatThrownBy(this::values).isInstanceOf(ProjectException.class).hasMessageContaining("holds no mapping");
    }

    @Test
    void a_config_that_is_no_mapping_is_refused() throws IOException {
        write("Pulumi.dev.yaml", "config: eu-west-1\n");
        assertThatThrownBy(this::values)
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("config is no mapping");
    }

    private java.util.Map<String, String> values() {
        return Project.at(folder).stack("dev").values();
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
