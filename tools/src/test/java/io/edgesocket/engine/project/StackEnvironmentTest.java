package io.edgesocket.engine.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.edgesocket.engine.StackConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stack takes from Pulumi ESC. */
class StackEnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void an_environment_that_is_not_opened_is_told() throws IOException {
        var config = stack("environment: [acme/chat, acme/common]\n");
        assertThat(config.missing())
                .containsExactly(
                        "Pulumi.dev.yaml takes the environment acme/chat, acme/common of Pulumi ESC, and what it sets "
                                + "is missing here: run `pulumi env get acme/chat --value json > environment.json`, and give "
                                + "--environment environment.json");
    }

    @Test
    void an_environment_that_is_merged_in_a_way_of_its_own_is_told_by_its_name() throws IOException {
        assertThat(stack("environment: {imports: [{acme/chat: {merge: false}}]}\n")
                        .missing())
                .singleElement()
                .asString()
                .contains("the environment acme/chat of");
    }

    @Test
    void what_was_fetched_of_an_environment_is_configuration() throws IOException {
        var config = stack("environment: [acme/chat]\n", """
                {"pulumiConfig": {"aws:region": "eu-west-1", "size": 3, "tags": {"team": "chat"}}}""");
        assertThat(config.values())
                .containsEntry("aws:region", "eu-west-1")
                .containsEntry("shop:size", "3")
                .containsEntry("shop:tags", "{\"team\":\"chat\"}");
        assertThat(config.missing()).isEmpty();
    }

    @Test
    void of_several_the_later_holds() throws IOException {
        assertThat(stack(
                                "environment: [a/b, a/c]\n",
                                "{\"pulumiConfig\": {\"a\": 1}}",
                                "{\"pulumiConfig\": {\"a\": 2}}")
                        .values())
                .containsEntry("shop:a", "2");
    }

    @Test
    void the_stack_s_own_setting_holds() throws IOException {
        assertThat(stack("environment: [a/b]\nconfig: {shop:a: own}\n", "{\"pulumiConfig\": {\"a\": 1}}")
                        .values())
                .containsEntry("shop:a", "own");
    }

    @Test
    void a_secret_that_was_fetched_hidden_is_a_secret() throws IOException {
        var config = stack("environment: [a/b]\n", "{\"pulumiConfig\": {\"keys\": {\"blue\": \"[secret]\"}}}");
        assertThat(config.secretKeys()).containsExactly("shop:keys");
        assertThat(config.values().get("shop:keys")).contains("secretstandin");
    }

    @Test
    void configuration_that_stands_in_the_stack_s_file_is_read() throws IOException {
        var config = stack("""
                environment:
                  values:
                    region: eu-west-1
                    pulumiConfig:
                      shop:size: 3
                      shop:key: {fn::secret: abc}
                """);
        assertThat(config.values()).containsEntry("shop:size", "3");
        assertThat(config.secretKeys()).containsExactly("shop:key");
        assertThat(config.missing()).isEmpty();
    }

    @Test
    void what_only_opening_tells_is_told_by_its_key() throws IOException {
        var config = stack("""
                environment:
                  values:
                    pulumiConfig:
                      aws:region: ${region}
                      shop:key: {fn::open::aws-secrets: {region: eu-west-1}}
                      shop:size: 3
                """);
        assertThat(config.missing())
                .containsExactly("Pulumi.dev.yaml: what environment sets is missing here where only opening it tells: "
                        + "aws:region, shop:key");
        assertThat(config.values()).containsOnlyKeys("shop:size");
    }

    private StackConfig stack(String file, String... environments) throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
        Files.writeString(folder.resolve("Pulumi.dev.yaml"), file);
        var opened = new ArrayList<Path>();
        for (var environment : List.of(environments)) {
            opened.add(Files.writeString(folder.resolve("environment-" + opened.size() + ".json"), environment));
        }
        return Project.at(folder).stack("dev", opened);
    }
}
